import { CannotOpen } from '../ground/cannot-open.ts'
import type { House } from '../ground/house.ts'
import { rootName } from './training.ts'

/**
 * A house that holds the training province opens only as such: its passwords and PINs are printed in the README, and without the banner
 * nobody would know. Refused where `demo` is off, as it is in production unless `MOTCUA_DEMO=1` says otherwise.
 */
export async function trainingStaysTraining({ db, config }: Pick<House, 'db' | 'config'>): Promise<void> {
  if (config.demo) return
  const root = await db
    .selectFrom('signatures.certificate')
    .select('id')
    .where('kind', '=', 'authority')
    .where('subject', '=', rootName)
    .executeTakeFirst()
  if (!root) return
  throw new CannotOpen(
    `Dữ liệu ở ${config.data} là của tỉnh huấn luyện, mật khẩu ai cũng biết. Hãy chỉ MOTCUA_DATA đến thư mục khác, hoặc đặt MOTCUA_DEMO=1 để mở đúng là nơi huấn luyện.\n` +
      `  The data there is the training province, whose passwords everybody knows. Name another folder in MOTCUA_DATA, or set MOTCUA_DEMO=1 to open it as what it is.`,
  )
}
