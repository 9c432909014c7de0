/**
 * Where the moon and the sun stand, as far as a calendar needs it: the minute of each new moon to some ten seconds and the sun's place on its way to a
 * hundredth of a degree. Jean Meeus, Astronomical Algorithms (2nd ed.), chapters 25 and 49; the drift of the earth after Espenak and Meeus.
 */
const rad = Math.PI / 180
const sinOf = (degrees: number): number => Math.sin(degrees * rad)

/** The terms of a new moon: days, power of the earth's eccentricity, then multiples of the sun's and moon's anomalies, latitude and node. */
const newMoonTerms: readonly (readonly [days: number, e: number, m: number, mm: number, f: number, node: number])[] = [
  [-0.4072, 0, 0, 1, 0, 0],
  [0.17241, 1, 1, 0, 0, 0],
  [0.01608, 0, 0, 2, 0, 0],
  [0.01039, 0, 0, 0, 2, 0],
  [0.00739, 1, -1, 1, 0, 0],
  [-0.00514, 1, 1, 1, 0, 0],
  [0.00208, 2, 2, 0, 0, 0],
  [-0.00111, 0, 0, 1, -2, 0],
  [-0.00057, 0, 0, 1, 2, 0],
  [0.00056, 1, 1, 2, 0, 0],
  [-0.00042, 0, 0, 3, 0, 0],
  [0.00042, 1, 1, 0, 2, 0],
  [0.00038, 1, 1, 0, -2, 0],
  [-0.00024, 1, -1, 2, 0, 0],
  [-0.00017, 0, 0, 0, 0, 1],
  [-0.00007, 0, 2, 1, 0, 0],
  [0.00004, 0, 0, 2, -2, 0],
  [0.00004, 0, 3, 0, 0, 0],
  [0.00003, 0, 1, 1, -2, 0],
  [0.00003, 0, 0, 2, 2, 0],
  [-0.00003, 0, 1, 1, 2, 0],
  [0.00003, 0, -1, 1, 2, 0],
  [-0.00002, 0, -1, 1, -2, 0],
  [-0.00002, 0, 1, 3, 0, 0],
  [0.00002, 0, 0, 4, 0, 0],
]

/** What the planets do to it: days, degrees at new moon 0, degrees a month. */
const planets: readonly (readonly [days: number, start: number, monthly: number])[] = [
  [0.000325, 299.77, 0.107408],
  [0.000165, 251.88, 0.016321],
  [0.000164, 251.83, 26.651886],
  [0.000126, 349.42, 36.412478],
  [0.00011, 84.66, 18.206239],
  [0.000062, 141.74, 53.303771],
  [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686],
  [0.000047, 34.52, 27.261239],
  [0.000042, 207.19, 0.121824],
  [0.00004, 291.34, 1.844379],
  [0.000037, 161.72, 24.198154],
  [0.000035, 239.56, 25.513099],
  [0.000023, 331.55, 3.592518],
]

/** The instant of a new moon in days since 1970 (UT); number 0 is that of 6 January 2000. */
export function newMoon(number: number): number {
  const t = number / 1236.85
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const m = 2.5534 + 29.1053567 * number - 0.0000014 * t * t
  const mm = 201.5643 + 385.81693528 * number + 0.0107582 * t * t
  const f = 160.7108 + 390.67050284 * number - 0.0016118 * t * t
  const node = 124.7746 - 1.56375588 * number + 0.0020672 * t * t
  let days = 2451550.09766 + 29.530588861 * number + 0.00015437 * t * t
  for (const [size, power, sun, moon, latitude, ascending] of newMoonTerms)
    days += size * e ** power * sinOf(sun * m + moon * mm + latitude * f + ascending * node)
  for (const [size, start, monthly] of planets) days += size * sinOf(start + monthly * number)
  return days - 2440587.5 - clockDrift(2000 + number / 12.3685)
}

/** How far the sun has come on its yearly way at this instant (days since 1970, UT): 0 … 360 degrees, 270 is the winter solstice. */
export function sunAt(instant: number): number {
  const t = (instant + clockDrift(1970 + instant / 365.2425) - 10957.5) / 36525
  const m = 357.52911 + 35999.05029 * t - 0.0001537 * t * t
  const centre =
    (1.914602 - 0.004817 * t - 0.000014 * t * t) * sinOf(m) +
    (0.019993 - 0.000101 * t) * sinOf(2 * m) +
    0.000289 * sinOf(3 * m)
  const seen =
    280.46646 + 36000.76983 * t + 0.0003032 * t * t + centre - 0.00569 - 0.00478 * sinOf(125.04 - 1934.136 * t)
  return ((seen % 360) + 360) % 360
}

/** How far the even time of the tables runs ahead of the earth's, in days. */
function clockDrift(year: number): number {
  const t = year - 2000
  if (year < 1986) return (45.45 + 1.067 * (year - 1975) - (year - 1975) ** 2 / 260) / 86_400
  if (year < 2005) return (63.86 + 0.3345 * t - 0.060374 * t * t) / 86_400
  return (62.92 + 0.32217 * t + 0.005589 * t * t) / 86_400
}
