import { accountById } from '../../../accounts/index.ts'
import { documentsOf, extensionPermit, slipKind, waitingExtension } from '../../../dossiers/index.ts'
import { policyFor } from '../../../policy/index.ts'
import { refusalText, say, type Words } from '../../../words/index.ts'
import { Buttons, DateTime, DefinitionList, LinkButton, problemOf } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import { dossierAddress } from '../rows.tsx'
import { actDoor } from './door.tsx'
import { Pin, pinRefusals } from './pin.tsx'
import { lengthText } from './request-extension.tsx'
import { type Acting, value } from './screen.ts'

const words = {
  leader: {
    vi: 'Bạn xác nhận thì phiếu được đánh số và chuyển Trung tâm. Ngày hẹn chưa thay đổi.',
    en: 'Once you confirm, the slip gets its number and goes to the centre. The date stays as it is.',
  },
  centre: {
    vi: 'Bạn xác nhận thì ngày hẹn thay đổi, người nộp nhận được thông báo và thư xin lỗi cùng lúc.',
    en: 'Once you confirm, the date moves and the applicant gets a notice and a letter of apology at the same moment.',
  },
  signed: {
    vi: 'Thư xin lỗi do chính bạn ký số.',
    en: 'The letter of apology is signed by you in person.',
  },
  length: { vi: 'Xin thêm', en: 'How much longer' },
  was: { vi: 'Ngày hẹn hiện nay', en: 'Due now' },
  due: { vi: 'Ngày hẹn mới', en: 'New date' },
  reason: { vi: 'Lý do', en: 'Reason' },
  by: { vi: 'Người đề nghị', en: 'Asked by' },
  agreed: { vi: 'Lãnh đạo phòng xác nhận', en: 'Confirmed by the leader' },
  fingerprint: { vi: 'Dấu vân tay của phiếu', en: 'Fingerprint of the slip' },
  open: { vi: 'Mở phiếu xin gia hạn (PDF)', en: 'Open the slip (PDF)' },
  back: { vi: 'Không xác nhận? Trả lại', en: 'Not convinced? Send it back' },
} as const satisfies Record<string, Words>

/** The division's leader, then the director of the centre, confirms the slip that is shown here. */
export const confirmExtension = actDoor({
  act: 'confirm-extension',
  button: { vi: 'Xác nhận gia hạn', en: 'Confirm the extension' },
  fields: async (acting) => {
    const { dossier, step, list, visit, problems } = acting
    const { language, house, now } = visit
    const ofCentre = step.who === 'centre-director'
    const { owed, signer } = (await policyFor(house.db, now)).get('apology.extension')
    const signs = ofCentre && owed && signer !== null
    return (
      <>
        <p>
          {say(ofCentre ? words.centre : words.leader, language)} {signs && say(words.signed, language)}
        </p>
        {await extensionPanel(acting)}
        {signs && <Pin language={language} error={problemOf(problems, 'pin')} />}
        <p>
          <a href={dossierAddress(dossier.id, list, 'send-back')}>{say(words.back, language)}</a>
        </p>
      </>
    )
  },
  read: (acting) => {
    const pin = value(acting, 'pin').trim()
    return { body: { draft: value(acting, 'draft'), ...(pin ? { pin } : {}) } }
  },
  places: (no, { visit: { language } }) =>
    pinRefusals.includes(no.refusal) ? [{ field: 'pin', message: refusalText(no, language) }] : [],
})

/** What is asked for, with the slip and its fingerprint; the form carries that very fingerprint. */
export async function extensionPanel({ at, dossier, visit, typed }: Acting) {
  const { language, house } = visit
  const [waiting, documents] = await Promise.all([
    waitingExtension(house.db, house.vault, dossier.id),
    documentsOf(at, dossier),
  ])
  const slip = documents.findLast(({ kind }) => kind === slipKind(dossier))
  if (!waiting || !slip) throw new Error(`dossier ${dossier.id} waits with an extension and has no slip`)
  const { length, reason } = waiting
  const permitted = await extensionPermit(house.db, dossier, { length, ground: reason, now: visit.now })
  const [maker, leader] = await Promise.all(
    [waiting.madeBy, waiting.agreedBy].map((who) => (who ? accountById(house.db, who) : undefined)),
  )
  const signed = (name: string | undefined, when: Date) => (
    <>
      {name}, <DateTime at={when} language={language} />
    </>
  )
  return (
    <>
      <DefinitionList
        rows={[
          { label: say(words.length, language), value: lengthText(waiting.length, language) },
          { label: say(words.was, language), value: <DateTime at={waiting.was} language={language} /> },
          {
            label: say(words.due, language),
            value: permitted.ok ? (
              <DateTime at={permitted.value.due} language={language} />
            ) : (
              refusalText(permitted, language)
            ),
          },
          { label: say(words.reason, language), value: waiting.reason },
          { label: say(words.by, language), value: signed(maker?.displayName, waiting.madeAt) },
          ...(waiting.agreedAt
            ? [{ label: say(words.agreed, language), value: signed(leader?.displayName, waiting.agreedAt) }]
            : []),
          {
            label: say(words.fingerprint, language),
            value: <code title={slip.sha256}>{slip.sha256.slice(0, 16)}…</code>,
          },
        ]}
      />
      <Buttons>
        <LinkButton href={paperAddress(slip.file)} kind="quiet">
          {say(words.open, language)}
        </LinkButton>
      </Buttons>
      <input type="hidden" name="draft" value={typed?.fields['draft'] ?? slip.sha256} />
    </>
  )
}
