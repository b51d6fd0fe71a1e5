/**
 * The card's style as text, for a constructed sheet: a page's policy may refuse every other kind.
 * Tokens first, on the card and not on the host, whose own style resets everything; system fonts; light and dark as the reader's system has it, since the card is ours and not the page's.
 */
const TOKENS = `
.card,.outline{color-scheme:light dark;
--paper:light-dark(#fff,#1b1d21);--raised:light-dark(#f6f6f3,#24272c);--ink:light-dark(#1c1d1f,#eceae4);--muted:light-dark(#5d6066,#a4a7ad);
--line:light-dark(#e2e1dc,#383c43);--link:light-dark(#0b57a4,#8ab8f5);
--denied:light-dark(#a8321b,#ff9b82);--doubted:light-dark(#855300,#f2b84b);--reported:light-dark(#4c5566,#b3bccd);
--contested:light-dark(#7a3e00,#e0a05a);--superseded:light-dark(#6b6b6b,#9a9a9a);--confirmed:light-dark(#0a6652,#5fd0b3)}
.is-denied,.is-denial{--accent:var(--denied)}.is-doubted,.is-doubt{--accent:var(--doubted)}
.is-reported,.is-report,.is-comment{--accent:var(--reported)}.is-contested{--accent:var(--contested)}
.is-superseded{--accent:var(--superseded)}.is-confirmed,.is-confirmation,.is-support{--accent:var(--confirmed)}
`;

const FRAME = `
*{box-sizing:border-box}
.card{display:flex;flex-direction:column;width:388px;max-width:calc(100vw - 16px);max-height:calc(100vh - 16px);overflow:hidden;
background:var(--paper);color:var(--ink);border:1px solid var(--line);border-radius:12px;box-shadow:0 1px 2px #0002,0 12px 32px #0003;
font:13.5px/1.45 system-ui,"Segoe UI","Noto Sans",sans-serif;text-align:start;text-wrap:pretty;overflow-wrap:anywhere}
.card:focus{outline:none}.card:focus-visible{outline:2px solid var(--link);outline-offset:-2px}
.card[data-sheet]{width:100%;max-width:none;max-height:min(60vh,560px)!important;border-radius:14px 14px 0 0;border-width:1px 0 0;padding-bottom:env(safe-area-inset-bottom)}
.card[data-low]{overflow-y:auto;overscroll-behavior:contain}.card[data-low] .scroll{flex:none;overflow:visible}.card[data-low] footer{position:sticky;bottom:0}
.icon{flex:none;display:block}
.unseen,.outline{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
header{flex:none;padding:12px 12px 10px 14px;border-inline-start:4px solid var(--accent)}
.status{display:flex;align-items:flex-start;gap:8px;font-size:13px;line-height:20px}
.status-name{display:flex;align-items:center;gap:7px;color:var(--accent);font-weight:650;white-space:nowrap}
.counts{flex:1;color:var(--muted)}
h2{margin:5px 0 0;font-size:15.5px;line-height:1.35;font-weight:600}
button{font:inherit;color:inherit;background:none;border:0;padding:0;margin:0;cursor:pointer;border-radius:4px}
button:focus-visible,a:focus-visible{outline:2px solid var(--link);outline-offset:2px}
.close{display:grid;place-items:center;width:24px;height:24px;margin:-2px -2px 0 0;color:var(--muted)}
.close:hover{background:var(--raised);color:var(--ink)}
.tabs{flex:none;display:grid;grid-template-columns:minmax(0,1fr);gap:2px;max-height:136px;overflow-y:auto;padding:6px 10px;border-top:1px solid var(--line)}
.tabs button{display:flex;gap:8px;align-items:flex-start;padding:3px 6px;line-height:18px;text-align:start;font-size:12.5px;color:var(--muted);min-height:24px}
.tabs .icon{color:var(--accent);margin-top:2px}
.tabs span{flex:1;min-width:0;display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:2;overflow:hidden}
.tabs button[aria-pressed=true]{background:var(--raised);color:var(--ink);font-weight:600}
.tabs button:hover{color:var(--ink)}
`;

const BODY = `
.scroll{flex:1 1 auto;min-height:0;overflow-y:auto;overscroll-behavior:contain;scrollbar-width:thin}
.here{flex:none;display:grid;grid-template-columns:1fr auto;gap:2px 10px;align-items:center;padding:6px 10px 6px 16px;min-height:36px;background:var(--raised);font-size:13px;color:var(--muted)}
.here b{color:var(--ink);font-weight:600}.figure{grid-column:1/-1;margin:0}
ol{list-style:none;margin:0;padding:4px 16px}
.statement{display:grid;grid-template-columns:18px 1fr auto;gap:2px 8px;padding:9px 0;border-top:1px solid var(--line)}
.statement:first-child{border-top:0}
.kind{color:var(--accent);margin-top:1px}
.who{font-weight:600}.office{font-weight:400;color:var(--muted)}
.when{color:var(--muted);font-size:12px;font-variant-numeric:tabular-nums;padding-top:1px;white-space:nowrap}
.statement p{grid-column:2/-1;margin:0}
.scope{display:block;color:var(--muted);font-size:12.5px}
.sources{display:block;padding-top:1px}
a,.plain{color:var(--link);text-decoration:none}a:hover,.plain:hover{text-decoration:underline}
.source{font-size:12.5px;margin-inline-end:10px}
span.source{color:var(--muted)}
.origin{margin:0;padding:10px 16px;border-top:1px solid var(--line);font-size:12.5px;color:var(--muted)}
.origin b{color:var(--ink);font-weight:600}
.why{display:grid;grid-template-columns:auto 1fr;gap:3px 12px;margin:0;padding:10px 16px;border-bottom:1px solid var(--line);font-size:12.5px}
.why dt{color:var(--muted)}.why dd{margin:0}.why q{quotes:none;font-weight:600}
.sure{grid-column:1/-1;color:var(--muted)}.before{color:var(--muted)}
footer{flex:none;display:flex;flex-wrap:wrap;gap:2px 12px;align-items:center;min-height:40px;padding:4px 16px;border-top:1px solid var(--line);background:var(--raised);font-size:12.5px}
.plain{min-height:24px}
.steps{display:flex;align-items:center;gap:2px;color:var(--muted);font-size:12px;font-variant-numeric:tabular-nums;white-space:nowrap}
.steps button{display:grid;place-items:center;width:24px;height:24px}
.steps button:hover{background:var(--paper);color:var(--ink)}
@media (pointer:coarse){.plain,.close,.steps button,.tabs button{min-height:32px;min-width:32px}}
@media (prefers-contrast:more){.card{border-color:var(--ink)}}
@media (forced-colors:active){.card{border:2px solid CanvasText}header{border-inline-start-color:CanvasText}}
@media print{:host{display:none!important}}
@media (prefers-reduced-motion:no-preference){.card{animation:appear .12s ease-out}@keyframes appear{from{opacity:0}}}
`;

export const CARD_CSS = TOKENS + FRAME + BODY;
