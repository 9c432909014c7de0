import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A file that never changes under its address, because the address carries the hash of what is in it. */
export type Asset = {
  /** Its plain name, such as `style.css`. */
  readonly name: string
  /** `/assets/style.1a2b3c4d5e.css` */
  readonly url: string
  readonly mediaType: string
  readonly body: Buffer
}

/** The style, in the order in which it is read. */
const sheets = ['tokens', 'base', 'layout', 'forms', 'parts', 'tables', 'officer', 'calendar', 'print']

/** What comes alive in the browser, on the pages that ask for it; every page works without. */
const islands = ['autosave.js', 'conditions.js', 'idle.js', 'passkey.js']

const fontPackage = '@fontsource/be-vietnam-pro'
const weights = [400, 600]

/** Every static file of the house: style, fonts, mark, islands. Read once when the server starts. */
export const assets: readonly Asset[] = readAssets()

/** The asset with this plain name. Throws when there is none. */
export function asset(name: string): Asset {
  const found = assets.find((one) => one.name === name)
  if (!found) throw new RangeError(`no asset called ${name}`)
  return found
}

/** The asset at this address, if it is one of ours and still the same. May be kept by browsers for ever. */
export function assetAt(url: string): Asset | undefined {
  return assets.find((one) => one.url === url)
}

function readAssets(): Asset[] {
  const faces = weights.map((weight) => read(`${fontPackage}/${weight}.css`).toString())
  const fonts = faces.flatMap((face) => [...face.matchAll(/files\/([\w-]+\.woff2)/g)].map(([, name]) => font(name!)))
  const style = [...faces.map((face) => pointToFonts(face, fonts)), ...sheets.map(sheet)].join('\n')
  return [
    make('style.css', 'text/css; charset=utf-8', Buffer.from(style)),
    make('mark.svg', 'image/svg+xml', readFileSync(new URL('mark.svg', import.meta.url))),
    ...islands.map((name) =>
      make(name, 'text/javascript; charset=utf-8', readFileSync(new URL(`../islands/${name}`, import.meta.url))),
    ),
    ...fonts,
  ]
}

/** The package's own `@font-face` rules, so that its Unicode ranges stay its own; only the addresses become ours. */
function pointToFonts(face: string, fonts: readonly Asset[]): string {
  return face.replace(/src: url\(\.\/files\/([\w-]+\.woff2)\)[^;]+;/g, (_, name: string) => {
    const url = fonts.find((one) => one.name === name)?.url
    return `src: url(${url}) format('woff2');`
  })
}

function font(name: string): Asset {
  return make(name, 'font/woff2', read(`${fontPackage}/files/${name}`))
}

function sheet(name: string): string {
  return readFileSync(new URL(`style/${name}.css`, import.meta.url), 'utf8')
}

function read(specifier: string): Buffer {
  return readFileSync(fileURLToPath(import.meta.resolve(specifier)))
}

function make(name: string, mediaType: string, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 10)
  const dot = name.lastIndexOf('.')
  return { name, url: `/assets/${name.slice(0, dot)}.${hash}${name.slice(dot)}`, mediaType, body }
}
