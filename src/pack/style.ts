/**
 * For paper first: no size is set, so that it fits A4 and Letter alike. Page numbers stand in the margin (CSS Paged Media 3; Chromium from
 * 131 on, PrinceXML and WeasyPrint draw them, other browsers leave them out).
 */
export const style = `
@page { margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@page :first { @bottom-right { content: none; } }
* { box-sizing: border-box; }
html { font: 11pt/1.45 Georgia, "Noto Serif", serif; color: #111; background: #fff; }
body { max-inline-size: 44rem; margin: 2rem auto; padding-inline: 1rem; overflow-wrap: break-word; }
h1 { font-size: 2em; line-height: 1.15; margin-block: 0.3em 0.6em; text-wrap: balance; }
h2 { font-size: 1.3em; margin-block: 2em 0.5em; break-after: avoid; }
h3 { font-size: 1em; margin-block: 1.5em 0.3em; break-after: avoid; }
.kind { letter-spacing: 0.1em; text-transform: uppercase; font-size: 0.9em; }
.count { font-size: 1.5em; font-weight: bold; margin-block: 1.2em 0.2em; }
.small { font-size: 0.85em; color: #444; }
.text { white-space: pre-line; border-inline-start: 3px solid #999; padding-inline-start: 1em; orphans: 3; widows: 3; }
.print { font-family: monospace; }
table { border-collapse: collapse; inline-size: 100%; break-inside: avoid; }
th, td { text-align: start; padding: 0.2em 0.6em 0.2em 0; border-block-end: 1px solid #ccc; vertical-align: top; }
td.number { text-align: end; padding-inline-end: 0; font-variant-numeric: tabular-nums; white-space: nowrap; }
.places { columns: 15em; column-gap: 2em; margin: 0; padding: 0; list-style: none; }
.places li { display: flex; justify-content: space-between; gap: 1em; break-inside: avoid; border-block-end: 1px solid #ccc; }
.places b { font-weight: normal; font-variant-numeric: tabular-nums; }
.names { columns: 13em; column-gap: 1.6em; margin: 0; padding: 0; list-style: none; font-size: 0.85em; line-height: 1.35; }
.names li { break-inside: avoid; padding-inline-start: 1em; text-indent: -1em; }
.names span { color: #555; white-space: nowrap; }
@media print { body { max-inline-size: none; margin: 0; padding: 0; } section.own-page { break-before: page; } a { color: inherit; } }
`;
