import type { DataChange } from '../../accounts/index.ts'
import { type Language, say, type Words } from '../../words/index.ts'
import { fieldWords } from '../public/my-data-words.ts'
import { Button, Buttons, csrfField, DataTable, DateTime, Section } from '../ui/index.ts'

const words = {
  title: { vi: 'Thông tin chờ xác thực', en: 'Data to be authenticated' },
  text: {
    vi: 'Đối chiếu giấy tờ rồi xác thực. Giá trị cũ được dùng đến lúc đó.',
    en: 'See the paper, then authenticate. The old value stands until then.',
  },
  field: { vi: 'Mục', en: 'What' },
  was: { vi: 'Đang dùng', en: 'In use' },
  becomes: { vi: 'Giá trị mới', en: 'New value' },
  at: { vi: 'Đề nghị lúc', en: 'Asked' },
  decide: { vi: 'Quyết định', en: 'Decide' },
  take: { vi: 'Xác thực', en: 'Authenticate' },
  refuse: { vi: 'Không nhận', en: 'Refuse' },
  takeWhat: { vi: 'Xác thực {field}', en: 'Authenticate {field}' },
  refuseWhat: { vi: 'Không nhận {field}', en: 'Refuse {field}' },
  none: { vi: 'Chưa có', en: 'Not given' },
} as const satisfies Record<string, Words>

type Props = { waiting: readonly DataChange[]; here: string; csrf: string; language: Language }

/** The new values a holder asked for, each to be authenticated or not by whoever sees the paper. */
export function WaitingChanges({ waiting, here, csrf, language }: Props) {
  if (waiting.length === 0) return null
  const title = say(words.title, language)
  const said = (field: DataChange['field']) => say(fieldWords[field], language)
  return (
    <Section title={title}>
      <p class="prose">{say(words.text, language)}</p>
      <DataTable
        language={language}
        caption={title}
        quietCaption
        rows={waiting}
        columns={[
          { label: say(words.field, language), names: true, cell: ({ field }) => said(field) },
          { label: say(words.was, language), cell: ({ was }) => was || say(words.none, language) },
          { label: say(words.becomes, language), cell: ({ becomes }) => becomes || say(words.none, language) },
          {
            label: say(words.at, language),
            cell: ({ askedAt }) => <DateTime at={askedAt} language={language} short />,
          },
          {
            label: say(words.decide, language),
            cell: ({ id, field }) => (
              <form action={here} method="post">
                <input type="hidden" name={csrfField} value={csrf} />
                <Buttons>
                  <Button
                    kind="quiet"
                    name="xac-thuc"
                    value={id}
                    aria-label={say(words.takeWhat, language, { field: said(field) })}
                  >
                    {say(words.take, language)}
                  </Button>
                  <Button
                    kind="quiet"
                    name="khong-nhan"
                    value={id}
                    aria-label={say(words.refuseWhat, language, { field: said(field) })}
                  >
                    {say(words.refuse, language)}
                  </Button>
                </Buttons>
              </form>
            ),
          },
        ]}
      />
    </Section>
  )
}
