import { documentsOf } from '../../../dossiers/index.ts'
import { lookupAddress, qrDataUrl } from '../../../documents/index.ts'
import { say, type Words } from '../../../words/index.ts'
import { Buttons, Confirmation, DefinitionList, LinkButton, Notice } from '../../ui/index.ts'
import { NextLink } from '../dossier/done.tsx'
import { openDossier } from '../dossier/open.ts'
import { missing, officerDoor, officerPage } from '../page.tsx'
import { paperAddress } from '../preview.ts'
import { dossierAddress, dueWords } from '../rows.tsx'

const words = {
  title: { vi: 'Đã tiếp nhận hồ sơ', en: 'The dossier is accepted' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  due: { vi: 'Hẹn trả kết quả', en: 'Result due' },
  print: { vi: 'In giấy tiếp nhận và hẹn trả (PDF)', en: 'Print the receipt (PDF)' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
  forward: { vi: 'Chuyển đến cơ quan giải quyết', en: 'Forward to the agency' },
  forwarded: { vi: 'Hồ sơ đã chuyển đến {agency}', en: 'The dossier went to {agency}' },
  kept: {
    vi: 'Hồ sơ còn ở quầy, chờ chuyển đến {agency}',
    en: 'The dossier is still at the counter, to go to {agency}',
  },
} as const satisfies Record<string, Words>

/** After accepting: the code to read out, the day of the result, the receipt to print, the next dossier. */
export const accepted = officerDoor('/viec/ho-so/:id/da-tiep-nhan', {
  may: 'by-reach',
  get: async (visit) => {
    const opened = await openDossier(visit, 'accepted')
    const { language, house } = visit
    const code = opened?.view.code
    if (!opened || !code) return missing(visit)
    const { view, dossier, at, list } = opened
    const receipt = (await documentsOf(at, dossier)).find(({ kind }) => kind === 'receipt')
    const agency = view.agency.name
    return officerPage(
      visit,
      { title: say(words.title, language) },
      <>
        <Confirmation
          language={language}
          title={say(words.title, language)}
          reference={code}
          keep={false}
          qr={await qrDataUrl(lookupAddress(house.config.url, code))}
        >
          <DefinitionList
            rows={[
              { label: say(words.procedure, language), value: view.procedure.name },
              { label: say(words.applicant, language), value: view.applicant.name },
              ...(view.due ? [{ label: say(words.due, language), value: dueWords(view.due, language) }] : []),
            ]}
          />
          <Buttons>
            {receipt && <LinkButton href={paperAddress(receipt.file)}>{say(words.print, language)}</LinkButton>}
            <LinkButton href={dossierAddress(dossier.id, list)} kind="quiet">
              {say(words.open, language)}
            </LinkButton>
          </Buttons>
        </Confirmation>
        <Notice title={say(dossier.state === 'accepted' ? words.kept : words.forwarded, language, { agency })}>
          {dossier.state === 'accepted' && (
            <p>
              <a href={dossierAddress(dossier.id, list, 'forward')}>{say(words.forward, language)}</a>
            </p>
          )}
          <NextLink visit={visit} list={list} />
        </Notice>
      </>,
    )
  },
})
