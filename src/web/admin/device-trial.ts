import { checkIdentityNumber } from '../../accounts/law/index.ts'
import type { Inspected } from '../../documents/index.ts'
import type { Words } from '../../words/index.ts'

/** What a trial of a device showed: whether it is as it should be, and in which words. */
export type Found = { readonly isGood: boolean; readonly what: Words }

const kinds = { 'application/pdf': 'PDF', 'image/jpeg': 'JPEG', 'image/png': 'PNG' } as const
/** The long side of the paper that is scanned, in inches: A4, and A5 for who scans the test slip. */
const longSides = { A4: 11.69, A5: 8.27 }

/** Whether a scan is of the kind the scanner is set to and, for a picture, as fine as it is set on A4 or A5. */
export function judgeScan({ kind, bytes }: Inspected, settings: Readonly<Record<string, string>>): Found[] {
  const name = kinds[kind.mediaType]
  const size = Math.max(1, Math.round(bytes.length / 1024))
  const found: Found[] = [
    {
      isGood: settings['format'] === name,
      what: {
        vi: `tệp ${name}, ${size} kB, máy được đặt quét ra ${settings['format']}`,
        en: `a ${name} of ${size} kB, the scanner is set to ${settings['format']}`,
      },
    },
  ]
  if (kind.pages !== undefined)
    found.push({ isGood: kind.pages > 0, what: { vi: `${kind.pages} trang`, en: `${kind.pages} pages` } })
  if (kind.pixels) {
    const long = Math.max(kind.pixels.width, kind.pixels.height)
    const asked = Number(settings['dpi'])
    const [a4, a5] = [Math.round(long / longSides.A4), Math.round(long / longSides.A5)]
    found.push({
      isGood: a5 >= asked * 0.95,
      what: {
        vi: `khoảng ${a4} dpi nếu là khổ A4, ${a5} dpi nếu là khổ A5; máy được đặt ${asked} dpi`,
        en: `about ${a4} dpi on A4, ${a5} dpi on A5; the scanner is set to ${asked} dpi`,
      },
    })
  }
  return found
}

/** Whether what a reader typed came over whole: on one line, with its Vietnamese letters, and as a card's or the test slip's code. */
export function judgeReading(typed: string): Found[] {
  const text = typed.replace(/[\r\n\t]+$/, '')
  const parts = text.split('|')
  const isCard = parts.length >= 6 && checkIdentityNumber(parts[0]!).ok
  const isSlip = /^https?:\/\/\S+\/tra-cuu\/\S+$/.test(text)
  const isWhole = !/[\uFFFD]|\?{2,}/.test(text) && text === text.normalize('NFC')
  return [
    {
      isGood: isWhole,
      what: isWhole
        ? { vi: 'chữ có dấu còn nguyên', en: 'the letters are whole' }
        : {
            vi: 'chữ có dấu bị hỏng; đặt bảng mã của đầu đọc là UTF-8',
            en: 'letters are broken; set the reader to UTF-8',
          },
    },
    {
      isGood: isCard || isSlip,
      what: isCard
        ? { vi: `mã của thẻ căn cước, ${parts.length} phần`, en: `the code of an identity card, ${parts.length} parts` }
        : isSlip
          ? { vi: 'mã QR của phiếu', en: 'the QR code of a slip' }
          : { vi: 'không phải mã của thẻ căn cước hay của phiếu', en: 'neither the code of a card nor that of a slip' },
    },
  ]
}
