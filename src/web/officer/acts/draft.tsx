import {
  componentsOf,
  type DocumentLine,
  documentsOf,
  proposedResult,
  waitingRequest,
} from '../../../dossiers/index.ts'
import { accountById } from '../../../accounts/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import { DefinitionList, DateTime, LinkButton, Buttons } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import { extensionPanel } from './confirm-extension.tsx'
import type { Acting } from './screen.ts'

const words = {
  result: { vi: 'Văn bản', en: 'Document' },
  outcome: { vi: 'Kết luận', en: 'Outcome' },
  grant: { vi: 'Chấp thuận', en: 'Granted' },
  refuse: { vi: 'Từ chối', en: 'Refused' },
  by: { vi: 'Người trình', en: 'Proposed by' },
  note: { vi: 'Ý kiến kèm theo', en: 'Note' },
  unverified: { vi: 'Giấy tờ không xác thực được', en: 'Papers not verifiable' },
  all: { vi: 'Không có; mọi giấy tờ đã được xác thực', en: 'None; every paper is authenticated' },
  fingerprint: { vi: 'Dấu vân tay của dự thảo', en: 'Fingerprint of the draft' },
  asked: { vi: 'Người nộp phải bổ sung', en: 'The applicant has to supplement' },
  guidance: { vi: 'Nội dung yêu cầu', en: 'What is asked' },
  openSlip: { vi: 'Mở phiếu yêu cầu (PDF)', en: 'Open the request (PDF)' },
  open: { vi: 'Mở dự thảo (PDF)', en: 'Open the draft (PDF)' },
} as const satisfies Record<string, Words>

/** The draft that lies in the dossier now. */
export async function draftIn({ at, dossier }: Acting): Promise<DocumentLine | undefined> {
  const drafted = dossier.proposal === 'supplement' ? 'supplement-draft' : 'result-draft'
  return (await documentsOf(at, dossier)).findLast(({ kind }) => kind === drafted)
}

/**
 * The draft to be decided on, with its fingerprint; the form carries that very fingerprint, so nobody decides on another draft
 * than the one shown. After a refusal it still carries the one that was shown first.
 */
export async function draftPanel(acting: Acting) {
  if (acting.dossier.state === 'extension-requested') return extensionPanel(acting)
  return acting.dossier.proposal === 'supplement' ? slipPanel(acting) : resultPanel(acting)
}

/** The request that goes to the applicant once the leader lets it out. */
async function slipPanel(acting: Acting) {
  const { dossier, visit, typed } = acting
  const { language, house } = visit
  const [slip, request] = await Promise.all([draftIn(acting), waitingRequest(house.db, house.vault, dossier.id)])
  if (!slip || !request) throw new Error(`dossier ${dossier.id} has a supplement proposed and no slip`)
  const maker = await accountById(house.db, request.madeBy)
  const asked = request.components.filter(({ verdict }) => verdict === 'fail')
  return (
    <>
      <DefinitionList
        rows={[
          { label: say(words.result, language), value: slip.title },
          {
            label: say(words.by, language),
            value: (
              <>
                {maker?.displayName}, <DateTime at={slip.madeAt} language={language} />
              </>
            ),
          },
          {
            label: say(words.asked, language),
            value: asked.map(({ name, reason }) => <p>{reason ? `${name}: ${reason}` : name}</p>),
          },
          { label: say(words.guidance, language), value: request.guidance },
          fingerprintRow(slip, language),
        ]}
      />
      <Open slip={slip} label={words.openSlip} language={language} />
      <input type="hidden" name="draft" value={typed?.fields['draft'] ?? slip.sha256} />
    </>
  )
}

function fingerprintRow({ sha256 }: DocumentLine, language: Language) {
  return { label: say(words.fingerprint, language), value: <code title={sha256}>{sha256.slice(0, 16)}…</code> }
}

function Open({ slip, label, language }: { slip: DocumentLine; label: Words; language: Language }) {
  return (
    <Buttons>
      <LinkButton href={paperAddress(slip.file)} kind="quiet">
        {say(label, language)}
      </LinkButton>
    </Buttons>
  )
}

async function resultPanel(acting: Acting) {
  const { at, dossier, visit, typed } = acting
  const { language, house } = visit
  const [draft, result, lines, proposer] = await Promise.all([
    draftIn(acting),
    proposedResult(at, dossier),
    componentsOf(at, dossier),
    dossier.proposedBy ? accountById(house.db, dossier.proposedBy) : undefined,
  ])
  if (!draft || !result) throw new Error(`dossier ${dossier.id} is proposed and has no draft`)
  const doubtful = lines.filter(({ authenticated }) => authenticated === 'not-verifiable')
  return (
    <>
      <DefinitionList
        rows={[
          { label: say(words.result, language), value: result.title },
          { label: say(words.outcome, language), value: say(words[result.outcome], language) },
          {
            label: say(words.by, language),
            value: (
              <>
                {proposer?.displayName}, <DateTime at={draft.madeAt} language={language} />
              </>
            ),
          },
          ...(result.note ? [{ label: say(words.note, language), value: result.note }] : []),
          {
            label: say(words.unverified, language),
            value:
              doubtful.length === 0
                ? say(words.all, language)
                : doubtful.map(({ name, reason }) => <p>{reason ? `${name}: ${reason}` : name}</p>),
          },
          fingerprintRow(draft, language),
        ]}
      />
      <Open slip={draft} label={words.open} language={language} />
      <input type="hidden" name="draft" value={typed?.fields['draft'] ?? draft.sha256} />
    </>
  )
}
