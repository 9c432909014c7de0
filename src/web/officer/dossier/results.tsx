import { type DocumentLine, documentsOf, proposedResult } from '../../../dossiers/index.ts'
import { verifyAddress } from '../../../documents/index.ts'
import { type Language, say, type Words } from '../../../words/index.ts'
import { DefinitionList, type DocumentItem, DocumentList, EmptyState, Section } from '../../ui/index.ts'
import { paperAddress } from '../preview.ts'
import { partDoor } from './frame.tsx'

const words = {
  result: { vi: 'Kết quả', en: 'Result' },
  outcome: { vi: 'Kết luận', en: 'Outcome' },
  grant: { vi: 'Chấp thuận', en: 'Granted' },
  refuse: { vi: 'Từ chối', en: 'Refused' },
  number: { vi: 'Số văn bản', en: 'Number' },
  identifier: { vi: 'Mã kiểm tra', en: 'Identifier' },
  verify: { vi: 'Kiểm tra công khai', en: 'Public check' },
  note: { vi: 'Ý kiến kèm theo', en: 'Note' },
  papers: { vi: 'Văn bản đã lập', en: 'Documents made' },
  none: { vi: 'Chưa có văn bản nào', en: 'No documents yet' },
  noneText: {
    vi: 'Giấy tiếp nhận, dự thảo và kết quả hiện ở đây khi được lập.',
    en: 'The receipt, the draft and the result stand here once they are made.',
  },
  person: { vi: 'cá nhân', en: 'person' },
  organisation: { vi: 'cơ quan', en: 'organisation' },
} as const satisfies Record<string, Words>

/** Every document the house made for this dossier, with its fingerprint and who signed it. */
export const results = partDoor('results', async ({ at, dossier, visit: { language, house } }) => {
  const [documents, result] = [await documentsOf(at, dossier), await proposedResult(at, dossier)]
  if (documents.length === 0) {
    return (
      <EmptyState title={say(words.none, language)}>
        <p>{say(words.noneText, language)}</p>
      </EmptyState>
    )
  }
  return (
    <>
      {result && (
        <Section title={say(words.result, language)}>
          <DefinitionList
            rows={[
              {
                label: say(words.outcome, language),
                value: `${say(words[result.outcome], language)}: ${result.title}`,
              },
              ...(result.number ? [{ label: say(words.number, language), value: result.number }] : []),
              { label: say(words.identifier, language), value: <code>{result.identifier}</code> },
              ...(result.number
                ? [
                    {
                      label: say(words.verify, language),
                      value: (
                        <a href={verifyAddress(house.config.url, result.identifier)}>
                          {verifyAddress(house.config.url, result.identifier)}
                        </a>
                      ),
                    },
                  ]
                : []),
              ...(result.note ? [{ label: say(words.note, language), value: result.note }] : []),
            ]}
          />
        </Section>
      )}
      <Section title={say(words.papers, language)}>
        <DocumentList
          language={language}
          items={documents.map((document) => itemOf(document, language)).toReversed()}
        />
      </Section>
    </>
  )
})

export function itemOf({ title, file, madeAt, sha256, signedBy }: DocumentLine, language: Language): DocumentItem {
  return {
    title,
    href: paperAddress(file),
    at: madeAt,
    sha256,
    signedBy: signedBy.map(
      ({ as, name }) => `${name} (${say(as === 'person' ? words.person : words.organisation, language)})`,
    ),
  }
}
