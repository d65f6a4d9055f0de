/** The look of a page on paper: black on white, changes told by their form, so that a greyscale print says the same. */
export const PAGE_STYLE = `html { background: #fff; color: #1c2230; }
body { margin: 0; font: 12pt/1.55 "Source Serif 4", Charter, Cambria, Georgia, serif; }
main { max-width: 40rem; margin: 0 auto; padding: 1.5rem; }
.band { display: flex; justify-content: center; align-items: center; gap: 1.5rem; padding: .3rem; font: 700 11pt sans-serif; letter-spacing: .06em;
  border: solid #1c2230; border-width: 1px 0; }
.band .exercise { color: #76306a; }
.cover { border-bottom: 1px solid #827d72; margin-bottom: 2rem; padding-bottom: 1rem; }
.cover .number { font-weight: 700; }
.cover p { margin: .2rem 0; }
.codes, .moves { list-style: none; margin: .4rem 0; padding: 0; }
.cover dl { display: grid; grid-template-columns: 6rem 1fr; gap: .2rem 1rem; }
.cover dt { color: #474d5b; }
.cover dd { margin: 0; }
.legend { border: 1px solid #827d72; padding: .3rem .6rem; }
.legend ul, .purposes { list-style: none; margin: .2rem 0; padding: 0; }
.cover .institution { font-weight: 700; }
.cover .sentence { margin: .8rem 0; }
.band .copy { font-weight: 400; }
article table { margin: 0 0 1rem; font-size: 11pt; }
h1 { font-size: 15pt; text-align: center; }
h2 { font-size: 12pt; }
article p { position: relative; margin: 0 0 .8rem 2.4rem; overflow-wrap: anywhere; }
article p.plain, article p.formula, article p.recital { margin-left: 0; }
article .level2 { margin-left: 4.4rem; }
article .level3 { margin-left: 6.4rem; }
article .level4, article .level5, article .level6 { margin-left: 8.4rem; }
article p.bullet { margin-left: 4rem; }
.n { display: inline-block; margin-left: -2.4rem; min-width: 2.4rem; }
ins { text-decoration: none; }
.inserted-bold ins { font-weight: 700; }
.inserted-boldUnderline ins { font-weight: 700; text-decoration: underline; }
.inserted-underline ins { text-decoration: underline; }
.inserted-colour ins { color: #1a4f8b; }
.moved-doubleUnderline .moved { text-decoration: underline double; }
.moved-likeInserted.inserted-bold .moved { font-weight: 700; }
.moved-likeInserted.inserted-boldUnderline .moved { font-weight: 700; text-decoration: underline; }
.moved-likeInserted.inserted-underline .moved { text-decoration: underline; }
.moved-likeInserted.inserted-colour .moved { color: #1a4f8b; }
del { text-decoration: line-through; }
del + ins { margin-left: .15em; }
article p.bullet.level2 { margin-left: 5.6rem; }
article p.bullet.level3 { margin-left: 7.2rem; }
p.movedTo::before, p.movedFrom::before { content: ""; position: absolute; left: -3.2rem; top: 0; bottom: 0; border-left: 4px double #3d5a1e; }
.movedFrom { font: 9pt sans-serif; color: #474d5b; }
.note { font: 9pt sans-serif; color: #474d5b; }
.fn { font-size: .75em; }
.hidden { unicode-bidi: isolate; }
.hidden::before { content: attr(data-sign); padding: 0 .2em; border: 1px solid #827d72; font: 700 7pt sans-serif; }
.footnotes { list-style: none; margin: 2rem 0 0; padding: .6rem 0 0; border-top: 1px solid #827d72; font-size: 10pt; }
table { border-collapse: collapse; width: 100%; font-size: 10pt; }
th, td { border: 1px solid #c3beb3; padding: .3rem .4rem; text-align: left; vertical-align: top; }
th { font-weight: 600; }
@media print { main { max-width: none; padding: 0; } .band { display: none; } h1, h2 { break-after: avoid; } tr { break-inside: avoid; } }`
