/** What both apps show, in the order in which their button steps through it. */
export const VIEWS = [
  ['Harbour news', ['The council met again and spoke at length about the road that leads to the old harbour.']],
  [
    'Old jets find a buyer',
    [
      'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year.',
      'Nobody who took part wanted to say what the buyer meant to do with machines that can no longer fly.',
    ],
  ],
  [
    'Old jets, told anew',
    [
      'Nobody who took part wanted to say what the buyer meant to do with machines that can no longer fly.',
      'The US bought 81 old Soviet warplanes from Kazakhstan, a foreign news site wrote.',
      'The United States bought 81 retired Soviet-era military aircraft from Kazakhstan last year.',
    ],
  ],
];
