type Said = Readonly<Record<'vi' | 'en', string>>

/** Why a date that was typed in full is none: the month is no month, or it has fewer days. Nothing for what is not typed as a date. */
export function noSuchDay(answer: unknown): Said | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(String(answer)) ?? []
  if (!year || !month) return undefined
  if (Number(month) < 1 || Number(month) > 12)
    return { vi: `Không có tháng ${Number(month)}`, en: `There is no month ${Number(month)}` }
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (day === undefined || (Number(day) >= 1 && Number(day) <= days)) return undefined
  const when = `${Number(month)}/${year}`
  return { vi: `Tháng ${when} chỉ có ${days} ngày`, en: `Month ${when} has only ${days} days` }
}

/** How an identity number goes wrong that can be seen: letters in it, or too few or too many digits. */
export function wrongLength(answer: unknown): Said | undefined {
  const text = String(answer ?? '')
  if (!/^\d*$/.test(text)) return { vi: 'Chỉ nhập chữ số', en: 'Digits only' }
  if (text.length === 0 || text.length === 12) return undefined
  return { vi: `Bạn nhập ${text.length} chữ số`, en: `You entered ${text.length} digits` }
}
