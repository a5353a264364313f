/** The style of a report in HTML: the interface's faces and colours, on screen and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --page: #fdfdfc; --ink: #1c1d1f; --ink2: #4b4f54; --ink3: #606469; --line: #e3e3e0; --rule: #c9c9c5;
  --ui: -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", sans-serif;
  --read: "Iowan Old Style", "Sitka Text", "Source Serif 4", "Noto Serif", "Noto Serif CJK SC", Georgia, serif; }
@media (prefers-color-scheme: dark) { :root { --page: #1a1b1c; --ink: #e8e7e3; --ink2: #b4b6b8; --ink3: #9b9ea2; --line: #2b2d2f; --rule: #404346; } }
:lang(zh) { --ui: -apple-system, "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", sans-serif;
  --read: "Iowan Old Style", "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", "Microsoft YaHei UI", serif; }
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { --ui: -apple-system, "PingFang TC", "Microsoft JhengHei UI", "Noto Sans CJK TC", sans-serif;
  --read: "Iowan Old Style", "Songti TC", "Source Han Serif TC", "Noto Serif CJK TC", "Microsoft JhengHei UI", serif; }
:lang(ja) { --ui: -apple-system, "Hiragino Sans", "Yu Gothic UI", "Noto Sans CJK JP", sans-serif;
  --read: "Iowan Old Style", "Hiragino Mincho ProN", "Source Han Serif JP", "Noto Serif CJK JP", serif; }
body { margin: 0 auto; padding: 48px 32px; max-width: 60rem; background: var(--page); color: var(--ink);
  font: 400 0.875rem/1.55 var(--ui); font-variant-numeric: tabular-nums; line-break: strict; text-autospace: normal; }
:lang(en) { font-variant-east-asian: proportional-width; }
span[lang] { font-family: inherit; }
h1 { margin: 0 0 12px; font-size: 1.5rem; line-height: 1.3; font-weight: 600; }
h2 { margin: 40px 0 8px; padding-top: 12px; border-top: 1px solid var(--rule); font-size: 1.125rem; font-weight: 600; }
h3 { margin: 24px 0 8px; font-size: 1rem; font-weight: 600; }
h4 { margin: 16px 0 4px; font-size: 0.875rem; font-weight: 600; color: var(--ink2); }
p { margin: 0 0 8px; max-width: 42rem; white-space: pre-line; }
dl { margin: 0; color: var(--ink2); font-size: 0.8125rem; }
dl div { display: flex; gap: 12px; }
dt { flex: 0 0 9rem; color: var(--ink3); }
dd { margin: 0; overflow-wrap: anywhere; }
.quotation { margin: 0 0 16px; max-width: 42rem; break-inside: avoid; }
blockquote { margin: 0; font: 400 1rem/1.6 var(--read); white-space: pre-line; }
blockquote span { font-family: var(--read); }
figcaption, .below { color: var(--ink2); font-size: 0.8125rem; }
.below { margin: 2px 0 0 16px; }
.picture { margin: 16px 0; break-inside: avoid; }
.picture svg { max-width: 100%; height: auto; background: #fdfdfc; }
.table { margin: 16px 0 4px; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 0.8125rem; }
caption { padding-bottom: 6px; text-align: start; font-weight: 600; }
th, td { padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; font-weight: 400; overflow-wrap: break-word; }
th[scope="row"] { min-width: 8rem; }
td:not(.figure) { min-width: 5rem; }
thead th { border-bottom-color: var(--rule); color: var(--ink2); font-weight: 600; vertical-align: bottom; }
td span[lang] { font-family: var(--ui); }
.figure { text-align: end; }
td.figure { white-space: nowrap; }
abbr { text-decoration: none; color: var(--ink3); }
.note { color: var(--ink3); font-size: 0.75rem; }
footer { margin-top: 48px; padding-top: 8px; border-top: 1px solid var(--line); color: var(--ink3); font-size: 0.75rem; }
footer p { margin: 0; }
@media print { :root { --page: #fff; --ink: #000; --ink2: #333; --ink3: #444; --line: #ccc; --rule: #888; }
  @page { margin: 20mm 18mm; }
  @page wide { size: landscape; }
  .wide, body:has(main > .wide:first-child) > * { page: wide; }
  body { padding: 0; max-width: none; font-size: 10pt; }
  h2, h3, h4, :is(h2, h3, h4) + p, :is(h2, h3, h4) + p + p, :is(h2, h3, h4) + p + p + p { break-after: avoid; }
  thead { display: table-header-group; } tr { break-inside: avoid; } tbody tr:last-child { break-after: avoid; } .note { break-before: avoid; }
  .table { overflow: visible; }
  table { font-size: 8.5pt; }
  th[scope="row"] { min-width: 6rem; } }
`;
