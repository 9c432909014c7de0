import type { House } from '../ground/house.ts'
import { training } from './training.ts'

/** What is printed when the house is open: where, and for the training province with which accounts. */
export async function welcome({ config, db, clock }: House, firstStart: boolean): Promise<string> {
  const lines = ['', `  Một Cửa đang mở tại / is open at: ${config.url}`, `  Dữ liệu / data: ${config.data}`]
  if (config.now) lines.push(`  Giờ huấn luyện bắt đầu / training clock from: ${config.now}`)
  const behind = clock.behind?.() ?? 0
  if (behind > 60_000)
    lines.push(
      `  Đồng hồ đã lùi; giờ của hệ thống đi tiếp từ việc cuối cùng / the clock was set back; time goes on from the last entry: ${clock.now().toISOString()}`,
    )
  if (!config.smtpUrl) lines.push('  SMTP_URL chưa đặt: kênh thư điện tử đang tắt / e-mail is off')
  if (config.production && !config.clamd)
    lines.push('  MOTCUA_CLAMD chưa đặt: tệp tải lên không được quét mã độc / uploads are not scanned for malware')
  if (config.production && !config.tsaUrl)
    lines.push('  MOTCUA_TSA_URL chưa đặt: hệ thống tự đóng dấu thời gian / the house stamps the time itself')
  if (!config.demo && firstStart)
    lines.push(
      '  Tỉnh mới, chưa có dữ liệu / an empty province: MOTCUA_DEMO=1 nạp tỉnh huấn luyện / loads the training one',
    )
  if (!config.demo) return [...lines, ''].join('\n')

  const accounts = await db
    .selectFrom('accounts.account as a')
    .leftJoin('organisations.post as p', 'p.account', 'a.id')
    .leftJoin('organisations.unit as u', 'u.id', 'p.unit')
    .select(['a.username', 'a.display_name as name', 'p.title', 'u.name as unit'])
    .where('a.kind', '!=', 'system')
    .orderBy('a.id')
    .limit(40)
    .execute()
  const width = Math.max(...accounts.map(({ username }) => username.length))
  return [
    ...lines,
    '',
    `  Tỉnh huấn luyện, dữ liệu hư cấu / a training province, invented people${firstStart ? ' (vừa nạp / just loaded)' : ''}`,
    `  Mật khẩu chung / password: ${training.password}    PIN ký số / signing PIN: ${training.pin}`,
    '',
    ...accounts.map(
      ({ username, name, title, unit }) => `  ${username.padEnd(width)}  ${name}${title ? ` – ${title}, ${unit}` : ''}`,
    ),
    '',
    '  Ctrl-C để đóng / to close',
    '',
  ].join('\n')
}
