/** Draws the two icons of the Teams app: two links that hold each other. `npm run app-package` writes them to appPackage/. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PNG } from 'pngjs';

type Colour = readonly [red: number, green: number, blue: number];

const GROUND: Colour = [19, 78, 94];
const LEFT: Colour = [255, 255, 255];
const RIGHT: Colour = [128, 222, 199];
const WHITE: Colour = [255, 255, 255];

/** The mark in a square from -1 to 1: half length of a link, its radius, half its thickness, the gap at a crossing. */
const MARK = { apart: 0.37, straight: 0.21, radius: 0.3, half: 0.095, gap: 0.065 };

/** Points asked per pixel and direction, for smooth edges. */
const SAMPLES = 6;

type Part = 'left' | 'right' | undefined;

/** Which link covers a point. At the upper crossing the left one lies on top, at the lower one the right one. */
function partAt(x: number, y: number): Part {
  // The chain rises from the lower left to the upper right.
  const along = (x - y) * Math.SQRT1_2;
  const across = (x + y) * Math.SQRT1_2;
  const left = distanceToLink(along + MARK.apart, across) - MARK.half;
  const right = distanceToLink(along - MARK.apart, across) - MARK.half;
  const leftOnTop = across < 0;
  if (left <= 0 && (leftOnTop || right > MARK.gap)) return 'left';
  if (right <= 0 && (!leftOnTop || left > MARK.gap)) return 'right';
  return undefined;
}

/** Distance to the middle line of a link: a ring with straight sides around the origin. */
function distanceToLink(x: number, y: number): number {
  const beyond = Math.max(0, Math.abs(x) - MARK.straight);
  return Math.abs(Math.hypot(beyond, y) - MARK.radius);
}

/** `reach` is the mark's half width as a part of the icon's half width. */
function draw(size: number, reach: number, colours: { left: Colour; right: Colour; ground?: Colour }): PNG {
  const png = new PNG({ width: size, height: size });
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      const cover = { left: 0, right: 0 };
      for (let sample = 0; sample < SAMPLES * SAMPLES; sample += 1) {
        const x = column + ((sample % SAMPLES) + 0.5) / SAMPLES;
        const y = row + (Math.floor(sample / SAMPLES) + 0.5) / SAMPLES;
        const part = partAt(((2 * x) / size - 1) / reach, ((2 * y) / size - 1) / reach);
        if (part !== undefined) cover[part] += 1 / (SAMPLES * SAMPLES);
      }
      paint(png, (row * size + column) * 4, cover, colours);
    }
  }
  return png;
}

function paint(
  png: PNG,
  at: number,
  cover: { left: number; right: number },
  { left, right, ground }: { left: Colour; right: Colour; ground?: Colour },
): void {
  const covered = cover.left + cover.right;
  const bare = ground === undefined ? 0 : 1 - covered;
  for (const channel of [0, 1, 2] as const) {
    const sum = left[channel] * cover.left + right[channel] * cover.right + (ground?.[channel] ?? 0) * bare;
    png.data[at + channel] = covered + bare === 0 ? 255 : Math.round(sum / (covered + bare));
  }
  png.data[at + 3] = Math.round(255 * (covered + bare));
}

/** 192 x 192, the mark about half as wide, on a solid ground. */
export function colourIcon(): PNG {
  return draw(192, 0.62, { left: LEFT, right: RIGHT, ground: GROUND });
}

/** 32 x 32, pure white on nothing. */
export function outlineIcon(): PNG {
  return draw(32, 1.22, { left: WHITE, right: WHITE });
}

export function writeIcons(folder: string): void {
  writeFileSync(join(folder, 'color.png'), Uint8Array.from(PNG.sync.write(colourIcon())));
  writeFileSync(join(folder, 'outline.png'), Uint8Array.from(PNG.sync.write(outlineIcon())));
}
