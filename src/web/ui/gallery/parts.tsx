import { day } from '../../../ground/day.ts'
import type { Language } from '../../../words/index.ts'
import { Button, Buttons, LinkButton } from '../button.tsx'
import { Comparison } from '../comparison.tsx'
import { Confirmation } from '../confirmation.tsx'
import { DateTime, DayText } from '../date-time.tsx'
import { DataTable } from '../data-table.tsx'
import { Heading, Prose, Section } from '../layout.tsx'
import { Money } from '../money.tsx'
import { Details, EmptyState, Notice } from '../notice.tsx'
import { Pagination } from '../list-tools.tsx'
import { DueLight, type Light, Tag } from '../status.tsx'
import { SummaryList } from '../summary-list.tsx'
import { TaskList } from '../task-list.tsx'
import { type DayLook, Year } from '../year.tsx'

const here = '/kieu-dang'

/** A checkered picture instead of a real code, so that nobody scans the gallery. */
const checkers = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h1v1h1V0h1v1h1v1H3v1h1v1H3V3H2v1H1V3H0V2h1V1H0z"/></svg>')}`

/** One day of each look, a month each. */
const looks: readonly DayLook[] = [
  'holiday',
  'compensatory-off',
  'swap-off',
  'swap-work',
  'local-closure',
  'half-day',
  'weekend',
]

export function Words() {
  return (
    <>
      <Heading
        kicker="Một Cửa"
        lead="Mỗi bộ phận của màn hình, trong mọi trạng thái, với những câu và tên dài như ngoài đời."
      >
        Kiểu dáng
      </Heading>
      <Section title="Chữ">
        <Prose>
          <h3>Ậ Ễ Ợ Ự: dấu chồng không bị cắt ở đề mục nhiều dòng, kể cả khi tên cơ quan dài</h3>
          <p>
            Nguyễn Thị Thùy Dương Quỳnh Như nộp hồ sơ tại Trung tâm Phục vụ hành chính công phường Thuận Hóa. Xem{' '}
            <a href={here}>hướng dẫn nộp hồ sơ</a> trước khi bắt đầu.{' '}
            <span class="wrong">Chữ son chỉ dành cho lỗi.</span>
          </p>
        </Prose>
      </Section>
    </>
  )
}

export function States({ language }: { language: Language }) {
  const lights: readonly (readonly [Light, string])[] = [
    ['calm', 'Còn 3 ngày 2 giờ'],
    ['soon', 'Còn 1 ngày'],
    ['near', 'Còn 3 giờ'],
    ['overdue', 'Quá 5 giờ'],
    ['paused', 'Đang dừng – chờ bổ sung'],
    ['extended', 'Gia hạn đến 12/5'],
  ]
  return (
    <>
      <Section title="Nút">
        <Buttons>
          <Button>Nộp hồ sơ và thanh toán 50.000 đ</Button>
          <LinkButton href={here} kind="quiet">
            Lưu lại, làm tiếp sau
          </LinkButton>
          <Button kind="grave">Rút hồ sơ</Button>
        </Buttons>
      </Section>
      <Section title="Cả năm">
        <Year
          language={language}
          year={2026}
          today={day('2026-03-02')}
          months={Array.from({ length: 12 }, (_, index) => `Tháng ${index + 1}`)}
          mark={(when) => {
            const look = looks[Number(when.slice(5, 7)) - 1]
            return when.endsWith('-16') && look ? { look, letter: 'L', words: 'Tết Nguyên đán' } : undefined
          }}
          legend={[
            { look: 'holiday', letter: 'L', words: 'Nghỉ lễ, tết' },
            { letter: '?', words: 'Chưa xác nhận' },
          ]}
        />
      </Section>
      <Section title="Thời hạn và trạng thái">
        <DataTable
          language={language}
          caption="Thời hạn bằng chữ, hình và màu"
          columns={[
            {
              label: 'Thời hạn',
              names: true,
              cell: ([light, text]) => <DueLight light={light} text={text} language={language} />,
            },
            { label: 'Khi không có lời riêng', cell: ([light]) => <DueLight light={light} language={language} /> },
          ]}
          rows={lights}
        />
        <Buttons>
          <Tag>Bản nháp</Tag>
          <Tag tone="active">Đang xử lý</Tag>
          <Tag tone="done">Đã trả kết quả</Tag>
          <Tag tone="soon">Chờ bổ sung</Tag>
          <Tag tone="wrong">Quá hạn</Tag>
        </Buttons>
      </Section>
      <Section title="Thông báo">
        <Notice title="Cổng dịch vụ công bảo trì từ 22:00, thứ Bảy 7/3/2026">
          <p>Bạn vẫn nộp hồ sơ được tại quầy. Cập nhật tiếp theo lúc 6:00, Chủ nhật 8/3/2026.</p>
        </Notice>
        <Notice title="Đã lưu thay đổi" tone="success" />
        <Notice title="Hồ sơ này đang mở ở thẻ khác" tone="important">
          <p>Hãy tiếp tục ở thẻ kia, hoặc tải lại trang này để xem bản mới nhất.</p>
        </Notice>
        <EmptyState title="Không có hồ sơ nào chờ tiếp nhận">
          <p>Hồ sơ mới nộp sẽ hiện ở đây. Bạn có thể xem hồ sơ đang xử lý.</p>
        </EmptyState>
        <Details summary="Vì sao cần giấy tờ này" open>
          <p>Giấy chứng sinh là căn cứ để ghi ngày, giờ và nơi sinh.</p>
        </Details>
      </Section>
    </>
  )
}

export function Lists({ language }: { language: Language }) {
  return (
    <>
      <Section title="Các phần cần làm">
        <TaskList
          language={language}
          tasks={[
            { name: 'Chọn nơi nộp', href: here, state: 'done' },
            {
              name: 'Khai thông tin người được khai sinh',
              href: here,
              state: 'in-progress',
              hint: 'Họ tên, ngày sinh, nơi sinh, quê quán',
            },
            { name: 'Khai thông tin cha và mẹ', href: here, state: 'not-started' },
            { name: 'Nộp giấy tờ kèm theo', href: here, state: 'problem', hint: 'Một tệp cần chụp lại' },
            { name: 'Kiểm tra và nộp', href: here, state: 'not-yet' },
          ]}
        />
      </Section>
      <Section title="Kiểm tra trước khi nộp">
        <SummaryList
          language={language}
          rows={[
            { label: 'Họ, chữ đệm, tên', value: 'Nguyễn Thị Thùy Dương Quỳnh Như', change: here },
            {
              label: 'Ngày sinh',
              value: <DayText day={day('2026-02-27')} language={language} weekday={false} />,
              change: here,
            },
            { label: 'Nơi nộp', value: 'Trung tâm Phục vụ hành chính công phường Thuận Hóa', change: here },
            { label: 'Thư điện tử', change: here },
            { label: 'Nộp lúc', value: <DateTime at={new Date('2026-03-27T14:30:00+07:00')} language={language} /> },
            { label: 'Lệ phí', value: <Money amount={50_000n} language={language} /> },
          ]}
        />
      </Section>
      <Section title="So sánh trước và sau khi bổ sung">
        <Comparison
          language={language}
          caption="Những nội dung người nộp đã sửa"
          rows={[
            { label: 'Nơi sinh', before: 'Bệnh viện Trung ương Huế', after: 'Bệnh viện Trung ương Huế' },
            { label: 'Ngày sinh', before: '27/2/2026', after: '26/2/2026' },
            { label: 'Quê quán', before: '', after: 'xã A Lưới 2, thành phố Huế' },
          ]}
        />
        <Pagination language={language} start={here} />
      </Section>
      <Section title="Phí và lệ phí">
        <DataTable
          language={language}
          caption="Mỗi khoản kèm căn cứ của nó"
          columns={[
            { label: 'Khoản thu', names: true, cell: ([name]) => name },
            { label: 'Số tiền', align: 'end', cell: ([, amount]) => <Money amount={amount} language={language} /> },
          ]}
          rows={
            [
              ['Lệ phí đăng ký khai sinh quá hạn', 8_000],
              ['Bản sao trích lục hộ tịch, 12 bản', 96_000],
            ] as const
          }
        />
      </Section>
      <Section title="Sau khi nộp">
        <Confirmation
          language={language}
          title="Đã nộp hồ sơ"
          reference="H57.12-260302-0001"
          qr={checkers}
          next={[
            'Nơi tiếp nhận kiểm tra hồ sơ trong 8 giờ làm việc.',
            'Bạn nhận tin nhắn khi hồ sơ được tiếp nhận hoặc cần bổ sung.',
            'Kết quả trả tại quầy, mang theo mã này.',
          ]}
        />
      </Section>
    </>
  )
}
