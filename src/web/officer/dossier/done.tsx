import { isAct, type Act } from '../../../dossiers/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { Notice } from '../../ui/index.ts'
import { queuesOf } from '../queue-words.ts'
import { dossierAddress } from '../rows.tsx'
import type { Opened } from './open.ts'

/** What has just been done, as the page after an act says it. */
const doneWords: Partial<Record<Act, Words>> = {
  forward: { vi: 'Đã chuyển hồ sơ đến {agency}', en: 'Forwarded to {agency}' },
  assign: { vi: 'Đã phân công cho {officer}', en: 'Assigned to {officer}' },
  'propose-result': { vi: 'Đã trình dự thảo kết quả', en: 'The result is proposed' },
  approve: { vi: 'Đã duyệt dự thảo', en: 'The draft is approved' },
  'send-back': { vi: 'Đã trả lại dự thảo để sửa', en: 'The draft is sent back' },
  'sign-result': { vi: 'Đã ký số', en: 'Signed' },
  'hand-to-counter': { vi: 'Đã chuyển kết quả về {reception}', en: 'The result went to {reception}' },
  'return-result': { vi: 'Đã trả kết quả', en: 'The result is returned' },
}

const words = {
  next: { vi: 'Hồ sơ tiếp theo trong hàng “{queue}”', en: 'Next dossier in “{queue}”' },
  back: { vi: 'Về hàng “{queue}”', en: 'Back to “{queue}”' },
} as const satisfies Record<string, Words>

/** The notice after an act, with the way on to the next dossier; `xong` names the act, `sau` the dossier that came next. */
export function doneNotice({ visit, view, officer, list }: Opened) {
  const { language, query } = visit
  const act = query['xong'] ?? ''
  const said = isAct(act) ? doneWords[act] : undefined
  if (!said) return null
  const gaps = { agency: view.agency.name, reception: view.reception.name, officer: officer ?? '' }
  return (
    <Notice tone="success" title={say(said, language, gaps)}>
      <NextLink visit={visit} list={list} />
    </Notice>
  )
}

/** To the dossier that came after this one in the queue, or back to the queue. */
export function NextLink({ visit, list }: Pick<Opened, 'visit' | 'list'>) {
  const { language, query, viewer } = visit
  const row = queuesOf(viewer).find(({ queue }) => queue === list.queue)
  if (!row) return null
  const queue = say(row.words, language)
  const next = query['sau']
  return (
    <p>
      {next ? (
        <a href={dossierAddress(next, list)}>{say(words.next, language, { queue })}</a>
      ) : (
        <a href={`/viec/${row.queue}`}>{say(words.back, language, { queue })}</a>
      )}
    </p>
  )
}
