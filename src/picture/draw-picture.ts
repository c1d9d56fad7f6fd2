import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Colours } from './colours.ts';
import { typefacesOf } from './fonts.ts';
import { pictureSize, type Direction, type Picture } from '../domain/picture.ts';
import { balanceTitle, cutLines, cutText, wrapTitle } from './wrap-title.ts';

const { width, height } = pictureSize;
const margin = 72;
const inner = width - 2 * margin;
/** What the title has, between publisher and count. */
const titleBox = { top: 178, bottom: 424 };
/** Tried one after the other until the title fits. Even the last one can be read where the preview is 400 pixels wide. */
const titleSizes = [88, 76, 66, 58, 50, 44] as const;
/** Of a line, in its size. Arabic and Hebrew have signs above and below their letters. */
const leadings = { ltr: 1.18, rtl: 1.4 } as const;

/** One for all pictures, each of which covers it: what a canvas takes is given back long after it is needed. */
const canvas = createCanvas(width, height);

/** Draws a campaign's preview. @returns PNG, 1200 by 630 */
export function drawPicture(picture: Picture, colours: Colours): Uint8Array {
  const brush = openBrush(canvas.getContext('2d'), picture);
  brush.box(0, 0, width, height, 0, colours('night'));
  drawPublisher(brush, picture, colours);
  drawTitle(brush, picture, colours);
  drawCount(brush, picture, colours);
  return canvas.toBuffer('image/png');
}

/** Draws from the side on which the language begins: `x` is the distance from there. */
interface Brush {
  text(text: string, x: number, baseline: number, font: Font, colour: string): void;
  /** The same from the other side. */
  textAtEnd(text: string, x: number, baseline: number, font: Font, colour: string): void;
  measure(text: string, font: Font): number;
  box(x: number, y: number, width: number, height: number, radius: number, colour: string): void;
}

interface Font {
  weight: 400 | 600 | 750;
  size: number;
  /** Of a text in another language than the picture's. */
  language?: { locale: string; direction: Direction };
}

function openBrush(context: SKRSContext2D, picture: Picture): Brush {
  const isRight = picture.direction === 'rtl';
  const from = (x: number): number => (isRight ? width - x : x);
  const choose = ({ weight, size, language = picture }: Font): void => {
    context.font = `${weight} ${size}px ${typefacesOf(language.locale)}`;
    context.direction = language.direction;
  };
  const write = (text: string, at: number, baseline: number, align: 'left' | 'right', colour: string): void => {
    context.textAlign = align;
    context.fillStyle = colour;
    context.fillText(text, at, baseline);
  };
  return {
    text: (text, x, baseline, font, colour) => {
      choose(font);
      write(text, from(x), baseline, isRight ? 'right' : 'left', colour);
    },
    textAtEnd: (text, x, baseline, font, colour) => {
      choose(font);
      write(text, from(width - x), baseline, isRight ? 'left' : 'right', colour);
    },
    measure: (text, font) => {
      choose(font);
      return context.measureText(text).width;
    },
    box: (x, y, boxWidth, boxHeight, radius, colour) => {
      context.fillStyle = colour;
      context.beginPath();
      context.roundRect(isRight ? width - x - boxWidth : x, y, boxWidth, boxHeight, radius);
      context.fill();
    },
  };
}

function drawPublisher(brush: Brush, { publisher, kicker }: Picture, colours: Colours): void {
  const small: Font = { weight: 600, size: 34 };
  const taken = brush.measure(kicker, small);
  brush.box(margin, 78, 30, 30, 15, colours('light'));
  const room = inner - 54 - taken - 48;
  const name = cutText(publisher, room, (text) => brush.measure(text, small));
  // It keeps its own direction (UAX #9: FSI … PDI), whichever that is.
  brush.text(`\u2068${name}\u2069`, margin + 54, 105, small, colours('glow'));
  brush.textAtEnd(kicker, margin, 105, small, colours('glow'));
}

function drawTitle(
  brush: Brush,
  { title, titleLocale: locale, titleDirection: direction }: Picture,
  colours: Colours,
): void {
  const room = titleBox.bottom - titleBox.top;
  const leading = leadings[direction];
  const fits = (size: number): number => Math.floor(room / (size * leading));
  const fontOf = (size: number): Font => ({ weight: 750, size, language: { locale, direction } });
  const measureAt = (size: number) => (text: string) => brush.measure(text, fontOf(size));
  const isRoomy = (size: number): boolean => wrapTitle(title, locale, inner, measureAt(size)).length <= fits(size);
  const size = titleSizes.find(isRoomy) ?? titleSizes[titleSizes.length - 1] ?? 44;
  const font = fontOf(size);
  const lines = cutLines(balanceTitle(title, locale, inner, measureAt(size)), fits(size), inner, measureAt(size));
  const top = titleBox.top + (room - lines.length * size * leading) / 2;
  lines.forEach((line, at) => brush.text(line, margin, top + (at + 0.82) * size * leading, font, colours('beam')));
}

function drawCount(brush: Brush, { count, signed, goal, share }: Picture, colours: Colours): void {
  const big: Font = { weight: 750, size: 76 };
  const small: Font = { weight: 400, size: 36 };
  const baseline = 516;
  brush.text(count, margin, baseline, big, colours('light'));
  const next = margin + brush.measure(count, big) + 22;
  const goalWidth = brush.measure(goal, small);
  const room = width - margin - goalWidth - 30 - next;
  brush.text(
    cutText(signed, room, (text) => brush.measure(text, small)),
    next,
    baseline,
    small,
    colours('beam'),
  );
  brush.textAtEnd(goal, margin, baseline, small, colours('glow'));
  const bar = { top: 548, height: 22 };
  brush.box(margin, bar.top, inner, bar.height, bar.height / 2, colours('night-line'));
  // A sliver as soon as there is one signer, as on the page.
  const filled = share === 0 ? 0 : Math.max(bar.height, inner * Math.min(1, share));
  brush.box(margin, bar.top, filled, bar.height, bar.height / 2, colours('light'));
}
