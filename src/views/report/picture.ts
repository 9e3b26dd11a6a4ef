import { PNG } from 'pngjs';

/** The pictures of a report, for clients that draw no charts: no words, since this machine may have no fonts. */

/** Wide enough for a phone, small enough for a card, which Teams takes up to 28 KB of. */
const WIDTH = 480;
const HEIGHT = 150;
const TOP = 22;
const BOTTOM = 6;

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** Seen on light and on dark ground. */
const PALETTE: readonly Colour[] = [
  [0, 0, 0, 0],
  [31, 138, 154, 255],
  [128, 128, 128, 255],
];
const INK = { bar: 1, text: 2 } as const;

/** Digits of three by five dots, row by row. */
const DOTS: readonly (readonly number[])[] = [
  [7, 5, 5, 5, 7],
  [2, 6, 2, 2, 7],
  [7, 1, 7, 4, 7],
  [7, 1, 7, 1, 7],
  [5, 5, 7, 1, 1],
  [7, 4, 7, 1, 7],
  [7, 4, 7, 5, 7],
  [7, 1, 1, 1, 1],
  [7, 5, 7, 5, 7],
  [7, 5, 7, 1, 7],
];
const DOT = 2;

class Canvas {
  readonly pixels = new Uint8Array(WIDTH * HEIGHT);

  fill(x: number, y: number, width: number, height: number, ink: number): void {
    const right = Math.min(WIDTH, Math.round(x + width));
    const bottom = Math.min(HEIGHT, Math.round(y + height));
    for (let row = Math.max(0, Math.round(y)); row < bottom; row++)
      this.pixels.fill(ink, row * WIDTH + Math.max(0, Math.round(x)), row * WIDTH + right);
  }

  /** The number, centred over `x`, standing on `y`. */
  write(value: number, x: number, y: number): void {
    const digits = String(value);
    const step = 4 * DOT;
    let left = Math.round(x - (digits.length * step - DOT) / 2);
    for (const digit of digits) {
      (DOTS[Number(digit)] ?? []).forEach((bits, row) => {
        for (let column = 0; column < 3; column++)
          if ((bits & (4 >> column)) !== 0) this.fill(left + column * DOT, y - (5 - row) * DOT, DOT, DOT, INK.text);
      });
      left += step;
    }
  }

  /** As an address that a card can hold. */
  address(): string {
    const png = new PNG({ width: WIDTH, height: HEIGHT });
    this.pixels.forEach((ink, at) => {
      png.data.set(PALETTE[ink] ?? [], at * 4);
    });
    return `data:image/png;base64,${PNG.sync.write(png, { deflateLevel: 9 }).toString('base64')}`;
  }
}

/** Bars with their numbers on top. */
export function barsPicture(values: readonly number[]): string {
  const canvas = new Canvas();
  const most = Math.max(1, ...values);
  const step = WIDTH / values.length;
  canvas.fill(0, HEIGHT - BOTTOM, WIDTH, 1, INK.text);
  values.forEach((value, at) => {
    const height = ((HEIGHT - TOP - BOTTOM) * value) / most;
    const top = HEIGHT - BOTTOM - height;
    canvas.fill(at * step + step * 0.2, top, step * 0.6, height, INK.bar);
    canvas.write(value, (at + 0.5) * step, top - 3);
  });
  return canvas.address();
}

/** A line from value to value, each with its number. */
export function linePicture(values: readonly number[]): string {
  const canvas = new Canvas();
  const most = Math.max(1, ...values);
  const step = WIDTH / values.length;
  const place = (at: number): number => HEIGHT - BOTTOM - 3 - ((HEIGHT - TOP - BOTTOM - 3) * (values[at] ?? 0)) / most;
  canvas.fill(0, HEIGHT - BOTTOM, WIDTH, 1, INK.text);
  for (let x = step / 2; x <= WIDTH - step / 2; x++) {
    const at = Math.min(values.length - 1, Math.floor((x - step / 2) / step));
    const share = (x - step / 2) / step - at;
    const y = place(at) + (place(Math.min(at + 1, values.length - 1)) - place(at)) * share;
    canvas.fill(x, y - 1, 1, 3, INK.bar);
  }
  values.forEach((value, at) => {
    canvas.fill((at + 0.5) * step - 3, place(at) - 3, 6, 6, INK.bar);
    canvas.write(value, (at + 0.5) * step, place(at) - 6);
  });
  return canvas.address();
}
