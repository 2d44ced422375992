// Turns what a terminal shows into a picture: text with ANSI colours on stdin, as `tmux capture-pane -e -p` prints it, SVG on
// stdout. docs/demo.svg is made so:
//
//   tmux new-session -d -s demo -x 120 -y 64 \
//     "printf '$ \033[1mnpm run demo\033[0m\n'; npm run --silent demo; tmux wait-for -S done; sleep 60"
//   tmux wait-for done && tmux capture-pane -e -p -t demo | node scripts/terminal-svg.mjs 'npm run demo' > docs/demo.svg
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** Pixels. A monospace glyph is about 0.6 of its size wide; each run of text is placed by its column, so nothing drifts. */
const size = 14;
const columnWidth = 8.4;
const lineHeight = 19;
const padding = 18;

const background = '#16181d';
const foreground = '#d6d9df';

/** Colours 30 to 37, then 90 to 97, light enough for the dark ground. */
const palette = [
  ...['#5c6370', '#ff7b86', '#8fd18f', '#e6c07b', '#7fb4ff', '#d29bea', '#6cc7d1', '#d6d9df'],
  ...['#7f8693', '#ff9aa2', '#aee5ae', '#f0d49a', '#a3c9ff', '#e3b9f3', '#94dce4', '#ffffff'],
];

const plain = { colour: foreground, bold: false, dim: false };

const title = process.argv[2] ?? 'A terminal';
/** A terminal keeps its style over the end of a line. */
let style = plain;

const lines = readFileSync(0, 'utf8').trimEnd().split('\n').map(readLine);
process.stdout.write(draw(lines));

/**
 * Cuts a line where its style changes, and at gaps of two spaces and more: each run is placed by its column.
 *
 * @param {string} line
 */
function readLine(line) {
  const runs = [];
  let column = 0;

  for (const [i, piece] of line.split('\u001b[').entries()) {
    const end = i === 0 ? 0 : piece.indexOf('m') + 1;
    if (end > 0) style = restyled(style, piece.slice(0, end - 1));

    const part = piece.slice(end);
    for (const { index, 0: text } of part.matchAll(/\S+(?: \S+)*/g)) {
      runs.push({ ...style, text, column: column + [...part.slice(0, index)].length });
    }
    column += [...part].length;
  }
  return { runs, columns: column };
}

/** @param {typeof plain} before @param {string} codes `1;32`; none is 0 */
function restyled(before, codes) {
  let style = before;
  for (const code of codes.split(';').map(Number)) {
    if (code === 0) style = plain;
    else if (code === 1) style = { ...style, bold: true };
    else if (code === 2) style = { ...style, dim: true };
    else if (code === 22) style = { ...style, bold: false, dim: false };
    else if (code === 39) style = { ...style, colour: foreground };
    else if (code >= 30 && code <= 37) style = { ...style, colour: palette[code - 30] };
    else if (code >= 90 && code <= 97) style = { ...style, colour: palette[code - 82] };
  }
  return style;
}

/** @param {ReturnType<typeof readLine>[]} lines */
function draw(lines) {
  const width = Math.ceil(Math.max(...lines.map(({ columns }) => columns)) * columnWidth + 2 * padding);
  const height = lines.length * lineHeight + 2 * padding;
  const font = "ui-monospace, 'SF Mono', Menlo, 'DejaVu Sans Mono', Consolas, monospace";

  const texts = lines.flatMap(({ runs }, row) => {
    if (runs.length === 0) return [];
    const y = padding + row * lineHeight + size;
    return [`<text y="${y}">${runs.map(drawRun).join('')}</text>`];
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" rx="8" fill="${background}"/>`,
    `<g font-family="${font}" font-size="${size}" fill="${foreground}">`,
    ...texts,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

/** @param {{ text: string, column: number, colour: string | undefined, bold: boolean, dim: boolean }} run */
function drawRun({ text, column, colour, bold, dim }) {
  const x = Math.round((padding + column * columnWidth) * 10) / 10;
  const style = [
    ...(colour === foreground ? [] : [`fill="${colour}"`]),
    ...(bold ? ['font-weight="bold"'] : []),
    ...(dim ? ['fill-opacity="0.6"'] : []),
  ];
  return `<tspan ${[`x="${x}"`, ...style].join(' ')}>${escaped(text)}</tspan>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
