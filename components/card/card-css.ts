/**
 * The card's style as text, for a constructed sheet: a page's policy may refuse every other kind.
 * Tokens first, on the card and not on the host, whose own style resets everything; system fonts; light and dark as the
 * reader's system has it, since the card is ours and not the page's. One accent a status, quiet surfaces otherwise.
 * A card that has just come takes no click (`wake`): it was meant for what was there before.
 */
const TOKENS = `
.card,.outline{color-scheme:light dark;
--paper:light-dark(#fff,#1b1d21);--raised:light-dark(#f7f6f3,#23262b);--ink:light-dark(#1c1d1f,#eceae4);--muted:light-dark(#5c5f65,#a7aab0);
--line:light-dark(#e6e4de,#353940);--link:light-dark(#0b57a4,#8ab8f5);
--denied:light-dark(#a8321b,#ff9b82);--doubted:light-dark(#855300,#f2b84b);--reported:light-dark(#4c5566,#b3bccd);
--contested:light-dark(#7a3e00,#e0a05a);--superseded:light-dark(#6b6b6b,#9a9a9a);--confirmed:light-dark(#0a6652,#5fd0b3)}
.is-denied,.is-denial{--accent:var(--denied)}.is-doubted,.is-doubt{--accent:var(--doubted)}
.is-reported,.is-report,.is-comment{--accent:var(--reported)}.is-contested{--accent:var(--contested)}
.is-superseded{--accent:var(--superseded)}.is-confirmed,.is-confirmation,.is-support{--accent:var(--confirmed)}
`;

const FRAME = `
*{box-sizing:border-box}
.card{position:static;margin:0;padding:0;display:flex;flex-direction:column;width:392px;max-width:calc(100vw - 16px);max-height:calc(100vh - 16px);overflow:hidden;
background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:12px;box-shadow:0 1px 3px #0000001f,0 16px 40px -8px #00000040;
font:13.5px/1.46 system-ui,"Segoe UI","Noto Sans",sans-serif;text-align:start;text-wrap:pretty;overflow-wrap:anywhere}
.card:not([open]){display:none}.card:focus{outline:none}.card:focus-visible{outline:2px solid var(--link);outline-offset:-2px}
.card[data-sheet]{width:100%;max-width:none;max-height:min(60vh,560px)!important;border-radius:16px 16px 0 0;border-width:1px 0 0;padding-bottom:env(safe-area-inset-bottom)}
.card[data-low]{overflow-y:auto;overscroll-behavior:contain}.card[data-low] .scroll{flex:none;overflow:visible}.card[data-low] footer{position:sticky;bottom:0}
.icon{flex:none;display:block}
.unseen,.outline{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{flex:none;padding:12px 12px 13px 16px;background:color-mix(in srgb,var(--accent) 7%,var(--paper));border-top:3px solid var(--accent)}
.status{display:flex;align-items:flex-start;gap:9px;font-size:12.5px;line-height:20px}
.status-name{display:flex;align-items:center;gap:6px;color:var(--accent);font-weight:700;white-space:nowrap}
.counts{flex:1;color:var(--muted)}
h2{margin:6px 8px 0 0;font-size:15.5px;line-height:1.36;font-weight:600;letter-spacing:-.005em}
button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer;border-radius:5px}
button:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.close{display:grid;place-items:center;width:26px;height:26px;margin:-3px -3px 0 0;color:var(--muted)}
.close:hover,.steps button:hover{background:color-mix(in srgb,var(--ink) 9%,transparent);color:var(--ink)}
.others{flex:none;display:grid;grid-template-columns:minmax(0,1fr);max-height:118px;overflow-y:auto;padding:8px 8px 6px;border-bottom:1px solid var(--line)}
.others h3{padding:0 8px 2px;color:var(--muted);font-weight:600}
.others button{display:flex;gap:8px;align-items:flex-start;padding:4px 8px;line-height:18px;text-align:start;font-size:12.5px;min-height:26px}
.others .icon{color:var(--accent);margin-top:2px}
.others span{flex:1;min-width:0;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.others button:hover{background:var(--raised)}
`;

const BODY = `
.scroll{flex:1 1 auto;min-height:0;overflow-y:auto;overscroll-behavior:contain;scrollbar-width:thin;scrollbar-color:var(--line) transparent}
.here{flex:none;display:grid;grid-template-columns:1fr auto;gap:1px 10px;align-items:center;padding:8px 11px 8px 16px;min-height:42px;border-bottom:1px solid var(--line);font-size:13px;color:var(--muted)}
.here b{color:var(--ink);font-weight:600}.figure{grid-column:1/-1;margin:0}
.group{padding:11px 16px 0}
h3{display:flex;align-items:center;gap:7px;margin:0;font-size:11.5px;line-height:16px;font-weight:700;color:var(--accent)}
ol{list-style:none;margin:0;padding:0 0 0 21px}
.statement{padding:7px 0 9px}
.statement+.statement{border-top:1px solid var(--line)}
.said-by{display:grid;grid-template-columns:1fr auto;gap:0 10px;align-items:baseline}
.who{font-weight:600}.office{grid-column:1/-1;color:var(--muted);font-size:12.5px;line-height:1.4}
.when{color:var(--muted);font-size:12px;font-variant-numeric:tabular-nums;white-space:nowrap}
.statement p{margin:3px 0 0}
.scope{display:block;margin-top:3px;padding-inline-start:9px;border-inline-start:2px solid var(--line);color:var(--muted);font-size:12.5px}
.sources{display:block;padding-top:3px}
a,.plain,.more{color:var(--link);text-decoration:none}a:hover,.plain:hover,.more:hover{text-decoration:underline}
.source{font-size:12.5px;margin-inline-end:12px}
span.source{color:var(--muted)}
.more{display:block;margin:0 16px 10px 37px;font-size:12.5px;min-height:26px}
.withdrawn{margin:6px 0 0;padding:6px 9px;font-size:12.5px;border-inline-start:3px solid var(--accent);background:var(--raised)}
.origin,.rung,.pack{margin:3px 0 0;font-size:12.5px;color:var(--muted)}
.amend{margin:0;padding:9px 16px;border-top:1px solid var(--line);font-size:12.5px;color:var(--muted)}
.amend{display:flex;flex-wrap:wrap;gap:2px 16px;padding-block:4px}
.origin b,.rung b{color:var(--ink);font-weight:600}
.rung{display:flex;gap:11px;align-items:center}
.ladder{flex:none;display:flex;gap:2px;align-items:flex-end}
.ladder i{width:4px;height:11px;border-radius:1px;background:var(--line)}.ladder .is-reached{background:var(--muted)}
.why{display:grid;grid-template-columns:auto 1fr;gap:3px 12px;margin:0;padding:10px 16px;border-bottom:1px solid var(--line);background:var(--raised);font-size:12.5px}
.why dt{color:var(--muted)}.why dd{margin:0}.why q{quotes:none;font-weight:600}
.sure{grid-column:1/-1;color:var(--muted)}.before{color:var(--muted)}
footer{flex:none;display:flex;flex-wrap:wrap;gap:2px 16px;align-items:center;justify-content:space-between;min-height:42px;padding:4px 16px;border-top:1px solid var(--line);background:var(--raised);font-size:12.5px}
.plain{min-height:26px}
.record{display:flex;align-items:center;gap:3px;font-weight:600}
.steps{display:flex;align-items:center;gap:1px;color:var(--muted);font-size:12px;font-variant-numeric:tabular-nums;white-space:nowrap}
.steps button{display:grid;place-items:center;width:26px;height:26px}
@media (pointer:coarse){.plain,.more,.close,.steps button,.others button{min-height:36px;min-width:36px}}
@media (prefers-contrast:more){.card{border-color:var(--ink)}}
@media (forced-colors:active){.card{border:2px solid CanvasText}header{border-top-color:CanvasText}.ladder i{background:GrayText}.ladder .is-reached{background:CanvasText}}
@media print{:host{display:none!important}}
:host::before,:host::after{content:none!important}:host::backdrop{display:none!important}
.card{animation:wake .3s}@keyframes wake{from,to{pointer-events:none}}
@media (prefers-reduced-motion:no-preference){.card{animation:appear .14s ease-out,wake .3s}@keyframes appear{from{opacity:0;translate:0 3px}}}
`;

export const CARD_CSS = TOKENS + FRAME + BODY;
