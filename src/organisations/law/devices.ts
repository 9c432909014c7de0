import { done, refused, type Result } from '../../ground/result.ts'

type Words = { readonly vi: string; readonly en: string }
/** One thing that is set on a device: what it is called and what it may be. */
export type DeviceSetting = { readonly title: Words; readonly options: readonly string[] }

type Kind = Words & {
  /** What a device must do so that a browser can work with it, without a program of ours on the machine. */
  readonly needs: Words
  readonly settings: Readonly<Record<string, DeviceSetting>>
}

/** The devices of a counter, what each must be able to do, and how it is set. */
export const deviceKinds = {
  scanner: {
    vi: 'Máy quét',
    en: 'Scanner',
    needs: {
      vi: 'Lưu bản quét thành tệp PDF, JPEG hoặc PNG vào máy tính (chương trình quét của hãng hoặc của hệ điều hành); hệ thống nhận tệp qua trình duyệt.',
      en: 'Saves scans as PDF, JPEG or PNG on the computer, by its own program or the system’s; the browser takes the file.',
    },
    settings: {
      dpi: { title: { vi: 'Độ phân giải (dpi)', en: 'Resolution (dpi)' }, options: ['200', '300', '400', '600'] },
      colour: { title: { vi: 'Màu', en: 'Colour' }, options: ['màu', 'thang xám'] },
      format: { title: { vi: 'Định dạng tệp', en: 'Format' }, options: ['PDF', 'JPEG', 'PNG'] },
    },
  },
  printer: {
    vi: 'Máy in',
    en: 'Printer',
    needs: {
      vi: 'Có trình điều khiển trong hệ điều hành và in được tệp PDF khổ A4, A5 từ trình duyệt.',
      en: 'Has a driver in the operating system and prints PDF on A4 and A5 from the browser.',
    },
    settings: {
      paper: { title: { vi: 'Khổ giấy của phiếu', en: 'Paper of slips' }, options: ['A5', 'A4'] },
      sides: { title: { vi: 'Số mặt in', en: 'Sides' }, options: ['một mặt', 'hai mặt'] },
    },
  },
  'card-reader': {
    vi: 'Đầu đọc thẻ, mã QR',
    en: 'Card and QR reader',
    needs: {
      vi: 'Làm việc như bàn phím (HID): đọc mã trên thẻ căn cước và gõ nội dung vào ô đang chọn, kết thúc bằng phím Enter hoặc Tab.',
      en: 'Works as a keyboard (HID): reads the code of an identity card and types it where the cursor stands, ending with Enter or Tab.',
    },
    settings: {
      ends: { title: { vi: 'Phím kết thúc', en: 'Ends with' }, options: ['Enter', 'Tab'] },
      letters: { title: { vi: 'Bảng mã', en: 'Encoding' }, options: ['UTF-8'] },
    },
  },
} as const satisfies Record<string, Kind>

export type DeviceKind = keyof typeof deviceKinds

export function isDeviceKind(text: string): text is DeviceKind {
  return Object.hasOwn(deviceKinds, text)
}

/**
 * The settings of a device as its kind knows them, each one of those there are. Refusal: `device-setting-wrong` with its name.
 * @law unconfirmed (thông số thiết bị ngoại vi)
 * @req S3A-9.3
 */
export function settingsOfDevice(
  kind: DeviceKind,
  given: Readonly<Record<string, string>>,
): Result<Record<string, string>, 'device-setting-wrong'> {
  const known: Readonly<Record<string, DeviceSetting>> = deviceKinds[kind].settings
  const strange = Object.keys(given).find((name) => !Object.hasOwn(known, name))
  if (strange) return refused('device-setting-wrong', { name: strange })
  const wrong = Object.entries(known).find(([name, { options }]) => !options.includes(given[name] ?? ''))
  if (wrong) return refused('device-setting-wrong', { name: wrong[0] })
  return done(Object.fromEntries(Object.keys(known).map((name) => [name, given[name]!])))
}
