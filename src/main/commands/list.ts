/**
 * Every way to call `motcua`, as its help prints it: the command, what follows it, what it does. The table of docs/running.md names the same ones.
 */
export const commandList = [
  ['start', '', 'mở cửa / start the house'],
  ['audit verify', '[--day 2026-03-02]', 'kiểm tra chuỗi nhật ký / walk the audit chains'],
  ['audit export', '--out <tệp/file.tar>', 'xuất bằng chứng có chữ ký / export signed evidence'],
  ['backup', '<thư mục/folder>', 'sao lưu, cả khi đang chạy / back up, also while it runs'],
  [
    'restore',
    '<bản sao lưu/backup> --to <thư mục/folder>',
    'phục hồi vào thư mục trống / restore into an empty folder',
  ],
  ['catalogue load', '[thư mục/folder]', 'nạp thủ tục từ thư mục / load procedures from folders'],
  ['catalogue import', '<tệp/file>', 'nhập danh mục quốc gia / take in the national catalogue'],
  ['calendar import', '<csv> [--check]', 'nạp lịch làm việc một năm / import the calendar of a year'],
  ['keys rotate', '', 'thêm khóa chủ mới và bọc lại / a new master key, everything wrapped anew'],
  ['keys rewrap', '', 'chỉ bọc lại bằng khóa mới nhất / wrap anew by the newest key'],
  ['keys status', '', 'mỗi khóa chủ còn bọc bao nhiêu / how much each master key wraps'],
  ['keys retire', '', 'bỏ khóa cũ không còn dùng / take out keys that wrap nothing'],
  ['unlock', '<tên đăng nhập/user name>', 'mở khóa tài khoản và thiết bị ký / open an account and its signing devices'],
  ['vouch', '<tên đăng nhập/user name>', 'xác nhận đúng chủ tài khoản cán bộ / vouch for an officer’s account'],
  ['recover', '<tên đăng nhập/user name>', 'cấp mật khẩu dùng một lần cho cán bộ / a one-time password for an officer'],
  ['database types', '', 'sinh lại kiểu dữ liệu / regenerate rows and schema'],
  ['law', '[--write] [--check]', 'quy tắc theo điều luật / rules by the article they carry out'],
  [
    'requirements',
    '[--open] [--json] [--write] [--check]',
    'yêu cầu đã có bài kiểm thử / requirements that tests claim',
  ],
] as const

type FirstWord<Text extends string> = Text extends `${infer First} ${string}` ? First : Text
/** What stands first on the command line. */
export type CommandName = FirstWord<(typeof commandList)[number][0]>

/** The help of one command, or of all. */
export function helpOf(only?: string): string {
  const chosen = commandList.filter(([name]) => only === undefined || name.split(' ')[0] === only)
  const calls = chosen.map(([name, given, does]) => [`motcua ${name} ${given}`.trimEnd(), does] as const)
  const width = Math.max(...calls.map(([call]) => call.length))
  return calls.map(([call, does]) => `  ${call.padEnd(width)}  ${does}`).join('\n')
}
