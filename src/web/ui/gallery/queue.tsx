import type { Language } from '../../../words/index.ts'
import { Button, Buttons, LinkButton } from '../button.tsx'
import { type Column, DataTable } from '../data-table.tsx'
import { SelectField, TextField } from '../fields.tsx'
import { Heading } from '../layout.tsx'
import { Chips, Filters, Pagination } from '../list-tools.tsx'
import { TrainingBanner } from '../notice.tsx'
import { Page } from '../page.tsx'
import { DueLight, type Light, StepDue, Tag } from '../status.tsx'
import { officer, province, queues } from './frame.ts'

const here = '/kieu-dang/hang-viec'

type Row = {
  code: string
  applicant: string
  procedure: string
  light: Light
  due: string
  channel: string
  news?: string
}

const rows: readonly Row[] = [
  {
    code: 'H57.12-260227-0007',
    applicant: 'Nguyễn Thị Thùy Dương Quỳnh Như',
    procedure: 'Đăng ký khai sinh',
    light: 'overdue',
    due: 'Quá 5 giờ',
    channel: 'Trực tuyến',
    news: 'Tin mới',
  },
  {
    code: 'H57.12-260227-0011',
    applicant: 'Ậu Văn Ễnh',
    procedure: 'Cấp Giấy xác nhận tình trạng hôn nhân',
    light: 'near',
    due: 'Còn 3 giờ',
    channel: 'Tại quầy',
  },
  {
    code: 'H57.12-260228-0002',
    applicant: 'Công ty TNHH Thương mại và Dịch vụ Hương Giang',
    procedure: 'Chứng thực hợp đồng, giao dịch liên quan đến tài sản là động sản, quyền sử dụng đất, nhà ở',
    light: 'soon',
    due: 'Còn 1 ngày',
    channel: 'Bưu chính',
  },
  {
    code: 'H57.12-260302-0001',
    applicant: 'Phạm Thị Ợi',
    procedure: 'Đăng ký kết hôn',
    light: 'calm',
    due: 'Còn 3 ngày 2 giờ',
    channel: 'Trực tuyến',
  },
  {
    code: 'H57.12-260302-0003',
    applicant: 'Trương Ự',
    procedure: 'Đăng ký khai tử',
    light: 'paused',
    due: 'Đang dừng – chờ bổ sung',
    channel: 'Tại quầy',
    news: 'Đã trả lời',
  },
  {
    code: 'H57.12-260302-0004',
    applicant: 'Hồ Thị Kăn Linh',
    procedure: 'Đăng ký lại khai sinh',
    light: 'extended',
    due: 'Gia hạn đến 12/5',
    channel: 'Trực tuyến',
  },
]

/** The intake queue of a one-stop officer. */
export function QueueSample({ language }: { language: Language }) {
  const columns: readonly Column<Row>[] = [
    {
      label: 'Mã hồ sơ',
      names: true,
      whole: true,
      cell: (row) => <a href="/kieu-dang/ho-so">{row.code}</a>,
      sort: { href: `${here}?xep=ma` },
    },
    { label: 'Người nộp', cell: (row) => row.applicant },
    {
      label: 'Thủ tục',
      cell: (row) => (
        <>
          {row.procedure} {row.news && <Tag tone="active">{row.news}</Tag>}
        </>
      ),
    },
    { label: 'Nộp qua', whole: true, cell: (row) => row.channel },
    {
      label: 'Thời hạn',
      whole: true,
      cell: (row) => (
        <>
          <DueLight light={row.light} text={row.due} language={language} />
          <StepDue label="Bước này:" light="soon" text="Còn 1 giờ" language={language} />
        </>
      ),
      sort: { href: `${here}?xep=han`, now: 'ascending' },
    },
    {
      label: 'Việc',
      cell: () => (
        <LinkButton href="/kieu-dang/ho-so" kind="quiet">
          Kiểm tra
        </LinkButton>
      ),
    },
  ]
  return (
    <Page
      title="Chờ tiếp nhận"
      lang={language}
      area="officer"
      province={province}
      path={here}
      viewer={officer}
      csrf="mau"
      nav={queues}
      banner={<TrainingBanner language={language} />}
      densityHref="/mat-do"
    >
      <Heading>Chờ tiếp nhận</Heading>
      <Filters
        action={here}
        language={language}
        more={<TextField language={language} name="applicant" label="Người nộp" optional autocomplete="off" />}
      >
        <TextField language={language} name="code" label="Mã hồ sơ" optional autocomplete="off" />
        <SelectField
          language={language}
          name="channel"
          label="Nộp qua"
          optional
          blank="Tất cả"
          options={[
            { value: 'online', label: 'Trực tuyến' },
            { value: 'counter', label: 'Tại quầy' },
          ]}
        />
      </Filters>
      <Chips
        chips={[
          { label: 'Lĩnh vực: Hộ tịch', without: here },
          { label: 'Nộp từ 27/2/2026', without: here },
        ]}
        clear={here}
        language={language}
      />
      <form class="form" method="post" action={here}>
        <DataTable
          language={language}
          caption="Hồ sơ chờ tiếp nhận, ít thời gian còn lại nhất đứng đầu"
          quietCaption
          columns={columns}
          rows={rows}
          select={{ name: 'dossier', value: (row) => row.code, label: (row) => row.code }}
        />
        <Buttons>
          <Button kind="quiet" name="act" value="assign">
            Giao cho tôi
          </Button>
          <Button kind="quiet" name="act" value="print">
            In giấy tiếp nhận
          </Button>
        </Buttons>
      </form>
      <Pagination language={language} next={`${here}?tu=abc`} shown={6} total={12} />
    </Page>
  )
}
