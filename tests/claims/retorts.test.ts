/**
 * A later clause of the sentence that takes back what was told of the 81 jets, in every language, and one that denies
 * something else. Telling and passing on are one here: both are painted alike.
 */
import { expect, test } from 'vitest';
import { readingData } from '../../lib/engine/pack/reading';
import { EMPTY_CONTEXT, NORMAL_CONFIDENCE, openReader } from '../../lib/engine/read';
import { compiledClaims } from '../support/compiled-claims';

const { pack } = compiledClaims();
if (pack === null) throw new Error('The claims of this repository do not compile. Run npm run claims.');
const reader = openReader(readingData(pack));
const CLAIM = 'us-bought-81-soviet-aircraft';

test.each([
  ['en', 'denies', 'Reports say the US bought 81 jets from Kazakhstan, but this is false.'],
  ['en', 'denies', 'Washington bought 81 jets from Kazakhstan, one channel wrote, but officials denied it.'],
  [
    'en',
    'denies',
    'The US bought 81 Kazakh warplanes, some outlets insist; however, the ministry calls the story fake.',
  ],
  ['en', 'denies', 'Kazakhstan sold the US 81 old jets, a paper claimed, although there is no truth in it.'],
  ['en', 'doubts', 'The US bought 81 jets from Kazakhstan, a channel claims, but this has not been confirmed.'],
  ['en', 'asserts', 'The US bought 81 jets from Kazakhstan, but officials denied any wrongdoing.'],
  ['en', 'asserts', 'The US bought 81 jets from Kazakhstan, but denied that Russia was involved.'],
  ['en', 'asserts', 'The US bought 81 jets from Kazakhstan but denied paying too much.'],
  ['en', 'asserts', 'Officials denied it, but the US did buy 81 jets from Kazakhstan.'],
  ['en', 'asserts', 'The US bought 81 jets from Kazakhstan, although no evidence of bribery was found.'],
  ['ru', 'denies', 'СМИ пишут, что США купили у Казахстана 81 самолёт, но это не соответствует действительности.'],
  ['ru', 'denies', 'США купили у Казахстана 81 самолёт, написал один канал, но чиновники это опровергли.'],
  ['ru', 'denies', 'США купили 81 казахстанский самолёт, уверяют блогеры; однако в министерстве назвали это ложью.'],
  ['ru', 'denies', 'США купили у Казахстана 81 самолёт, сообщили СМИ, а ведомство эту информацию опровергло.'],
  ['ru', 'doubts', 'США купили у Казахстана 81 самолёт, пишет канал, но это не подтверждено.'],
  ['ru', 'asserts', 'США купили у Казахстана 81 самолёт, но вину в нарушениях отрицают.'],
  ['ru', 'asserts', 'США купили у Казахстана 81 самолёт, но отрицают, что это связано с Россией.'],
  ['ru', 'asserts', 'Чиновники это отрицали, но США всё-таки купили у Казахстана 81 самолёт.'],
  ['ru', 'asserts', 'США купили у Казахстана 81 самолёт, хотя доказательств подкупа нет.'],
  ['ru', 'asserts', 'США купили у Казахстана 81 самолёт; в ведомстве опровергли сообщения о пожаре на базе.'],
  ['kk', 'denies', 'АҚШ Қазақстаннан 81 ұшақ сатып алды, бірақ бұл өтірік.'],
  ['kk', 'denies', 'АҚШ Қазақстаннан 81 ұшақ сатып алды деп жазды арна, бірақ шенеуніктер мұны жоққа шығарды.'],
  ['kk', 'denies', 'БАҚ АҚШ Қазақстаннан 81 ұшақ сатып алды дейді, алайда бұл шындыққа жанаспайды.'],
  ['kk', 'denies', 'АҚШ Қазақстаннан 81 ұшақ сатып алды деп жазды газет, ал министрлік бұл ақпаратты жоққа шығарды.'],
  ['kk', 'doubts', 'АҚШ Қазақстаннан 81 ұшақ сатып алды деп жазды арна, бірақ бұл расталмады.'],
  ['kk', 'asserts', 'АҚШ Қазақстаннан 81 ұшақ сатып алды, бірақ заң бұзғанын жоққа шығарды.'],
  ['kk', 'asserts', 'АҚШ Қазақстаннан 81 ұшақ сатып алды, бірақ Ресейдің қатысы барын жоққа шығарды.'],
  ['kk', 'asserts', 'Шенеуніктер мұны жоққа шығарды, бірақ АҚШ Қазақстаннан 81 ұшақ сатып алды.'],
  ['kk', 'asserts', 'АҚШ Қазақстаннан 81 ұшақ сатып алды, алайда пара алынғанына дәлел жоқ.'],
  ['kk', 'asserts', 'АҚШ Қазақстаннан 81 ұшақ сатып алды; ведомство базадағы өрт туралы хабарды жоққа шығарды.'],
  ['de', 'denies', 'Die USA kauften 81 Kampfflugzeuge von Kasachstan, heißt es, aber das ist falsch.'],
  [
    'de',
    'denies',
    'Die USA kauften 81 Kampfflugzeuge von Kasachstan, schrieb ein Kanal, doch die Behörden haben das dementiert.',
  ],
  [
    'de',
    'denies',
    'Die USA haben 81 kasachische Kampfjets gekauft, behaupten Blogger; das Ministerium nennt das eine Lüge.',
  ],
  [
    'de',
    'denies',
    'Kasachstan hat 81 Flugzeuge an die USA verkauft, schrieb die Zeitung, doch Kazspetsexport bestreitet den Verkauf.',
  ],
  [
    'de',
    'doubts',
    'Die USA kauften 81 Kampfflugzeuge von Kasachstan, schreibt ein Kanal, aber das ist nicht bestätigt.',
  ],
  ['de', 'asserts', 'Die USA kauften 81 Kampfflugzeuge von Kasachstan, bestreiten aber jedes Fehlverhalten.'],
  [
    'de',
    'asserts',
    'Die USA kauften 81 Kampfflugzeuge von Kasachstan, aber sie bestreiten, dass Russland davon wusste.',
  ],
  ['de', 'asserts', 'Die Behörden haben das bestritten, aber die USA kauften 81 Kampfflugzeuge von Kasachstan.'],
  ['de', 'asserts', 'Die USA kauften 81 Kampfflugzeuge von Kasachstan, obwohl es keine Belege für Bestechung gibt.'],
  [
    'de',
    'asserts',
    'Die USA kauften 81 Kampfflugzeuge von Kasachstan; ein Sprecher dementierte Berichte über einen Brand.',
  ],
  ['fr', 'denies', "Les États-Unis ont acheté 81 avions au Kazakhstan, dit-on, mais c'est faux."],
  [
    'fr',
    'denies',
    "Les États-Unis ont acheté 81 avions au Kazakhstan, écrit une chaîne, mais les autorités l'ont démenti.",
  ],
  [
    'fr',
    'denies',
    'Les États-Unis ont acheté 81 avions kazakhs, affirment des blogueurs ; le ministère qualifie cela de mensonge.',
  ],
  [
    'fr',
    'denies',
    'Le Kazakhstan a vendu 81 avions aux États-Unis, selon le journal, mais Kazspetsexport dément cette vente.',
  ],
  [
    'fr',
    'doubts',
    "Les États-Unis ont acheté 81 avions au Kazakhstan, écrit une chaîne, mais cela n'a pas été confirmé.",
  ],
  ['fr', 'asserts', 'Les États-Unis ont acheté 81 avions au Kazakhstan, mais nient toute faute.'],
  [
    'fr',
    'asserts',
    'Les États-Unis ont acheté 81 avions au Kazakhstan, mais le ministère nie que la Russie soit impliquée.',
  ],
  ['fr', 'asserts', "Les autorités l'ont démenti, mais les États-Unis ont acheté 81 avions au Kazakhstan."],
  [
    'fr',
    'asserts',
    "Les États-Unis ont acheté 81 avions au Kazakhstan, bien qu'il n'y ait aucune preuve de corruption.",
  ],
  [
    'fr',
    'asserts',
    'Les États-Unis ont acheté 81 avions au Kazakhstan ; un porte-parole a démenti un incendie sur la base.',
  ],
  ['es', 'denies', 'Estados Unidos compró 81 aviones a Kazajistán, dicen, pero es falso.'],
  [
    'es',
    'denies',
    'Estados Unidos compró 81 aviones a Kazajistán, escribió un canal, pero las autoridades lo desmintieron.',
  ],
  ['es', 'denies', 'Estados Unidos compró 81 aviones kazajos, afirman blogueros; el ministerio lo niega.'],
  [
    'es',
    'denies',
    'Kazajistán vendió 81 aviones a Estados Unidos, según el diario, pero Kazspetsexport niega la venta.',
  ],
  ['es', 'doubts', 'Estados Unidos compró 81 aviones a Kazajistán, escribe un canal, pero esto no ha sido confirmado.'],
  ['es', 'asserts', 'Estados Unidos compró 81 aviones a Kazajistán, pero niega cualquier irregularidad.'],
  ['es', 'asserts', 'Estados Unidos compró 81 aviones a Kazajistán, pero niega que Rusia estuviera implicada.'],
  ['es', 'asserts', 'Las autoridades lo negaron, pero Estados Unidos compró 81 aviones a Kazajistán.'],
  ['es', 'asserts', 'Estados Unidos compró 81 aviones a Kazajistán, aunque no hay pruebas de sobornos.'],
  ['es', 'asserts', 'Estados Unidos compró 81 aviones a Kazajistán; un portavoz desmintió un incendio en la base.'],
  ['pl', 'denies', 'USA kupiły od Kazachstanu 81 samolotów, ale to nieprawda.'],
  ['pl', 'denies', 'USA kupiły od Kazachstanu 81 samolotów, napisał jeden kanał, ale urzędnicy temu zaprzeczyli.'],
  ['pl', 'denies', 'USA kupiły 81 kazachskich samolotów, piszą blogerzy; ministerstwo nazywa to kłamstwem.'],
  ['pl', 'denies', 'Kazachstan sprzedał USA 81 samolotów, podała gazeta, jednak Kazspetsexport zaprzecza sprzedaży.'],
  ['pl', 'doubts', 'USA kupiły od Kazachstanu 81 samolotów, pisze kanał, ale nie zostało to potwierdzone.'],
  ['pl', 'asserts', 'USA kupiły od Kazachstanu 81 samolotów, ale zaprzeczają jakimkolwiek nadużyciom.'],
  ['pl', 'asserts', 'USA kupiły od Kazachstanu 81 samolotów, ale zaprzeczają, że Rosja o tym wiedziała.'],
  ['pl', 'asserts', 'Urzędnicy temu zaprzeczali, ale USA kupiły od Kazachstanu 81 samolotów.'],
  ['pl', 'asserts', 'USA kupiły od Kazachstanu 81 samolotów, choć nie ma dowodów na korupcję.'],
  ['pl', 'asserts', 'USA kupiły od Kazachstanu 81 samolotów; rzecznik zdementował doniesienia o pożarze w bazie.'],
  ['uk', 'denies', 'ЗМІ пишуть, що США купили у Казахстану 81 літак, але це неправда.'],
  ['uk', 'denies', 'США купили у Казахстану 81 літак, написав один канал, проте чиновники це спростували.'],
  ['uk', 'denies', 'США купили 81 казахстанський літак, запевняють блогери; однак у міністерстві назвали це брехнею.'],
  ['uk', 'denies', 'Казахстан продав США 81 літак, писала газета, але «Казспецекспорт» заперечує продаж.'],
  ['uk', 'doubts', 'США купили у Казахстану 81 літак, пише канал, але це не підтверджено.'],
  ['uk', 'asserts', 'США купили у Казахстану 81 літак, але провину в порушеннях заперечують.'],
  ['uk', 'asserts', "США купили у Казахстану 81 літак, але заперечують, що це пов'язано з Росією."],
  ['uk', 'asserts', 'Чиновники це заперечували, але США купили у Казахстану 81 літак.'],
  ['uk', 'asserts', 'США купили у Казахстану 81 літак, хоча доказів підкупу немає.'],
  ['uk', 'asserts', 'США купили у Казахстану 81 літак; у відомстві спростували повідомлення про пожежу на базі.'],
  ['tr', 'denies', "ABD Kazakistan'dan 81 uçak satın aldı, ama bu doğru değil."],
  ['tr', 'denies', "ABD Kazakistan'dan 81 uçak satın aldı diye yazdı bir kanal, ancak yetkililer bunu yalanladı."],
  ['tr', 'denies', "Medyaya göre ABD Kazakistan'dan 81 uçak satın aldı, fakat bu bir yalan."],
  ['tr', 'denies', "ABD Kazakistan'dan 81 uçak satın aldı diye yazdı gazete, ancak Kazspetsexport satışı yalanladı."],
  ['tr', 'doubts', "ABD Kazakistan'dan 81 uçak satın aldı diyor bir kanal, ama bu doğrulanmadı."],
  ['tr', 'asserts', "ABD Kazakistan'dan 81 uçak satın aldı, ama suçu reddetti."],
  ['tr', 'asserts', "ABD Kazakistan'dan 81 uçak satın aldı, ancak Rusya'nın işin içinde olduğunu yalanladı."],
  ['tr', 'asserts', "Yetkililer bunu yalanladı, ama ABD Kazakistan'dan 81 uçak satın aldı."],
  ['tr', 'asserts', "ABD Kazakistan'dan 81 uçak satın aldı, ancak rüşvete dair kanıt yok."],
  ['tr', 'asserts', "ABD Kazakistan'dan 81 uçak satın aldı; sözcü üsteki yangın haberlerini yalanladı."],
])('%s %s: %s', (lang, stance, text) => {
  const { findings } = reader.read({ text, kind: 'text', lang }, EMPTY_CONTEXT);
  const stances = findings
    .filter((one) => one.claim === CLAIM && one.confidence >= NORMAL_CONFIDENCE)
    .map((one) => (one.stance === 'reports' ? 'asserts' : one.stance));
  expect(stances).toEqual([stance]);
});
