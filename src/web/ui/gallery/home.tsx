import type { Language } from '../../../words/index.ts'
import { addresses } from '../addresses.ts'
import { Telephone } from '../footer.tsx'
import { Columns, Door, Doors, Heading, LinkList, Section } from '../layout.tsx'
import { TrainingBanner } from '../notice.tsx'
import { Page } from '../page.tsx'
import { SearchBox } from '../search-box.tsx'
import { agency, province } from './frame.ts'

const usual = [
  {
    label: 'Đăng ký khai sinh',
    href: '/thu-tuc/1.001193',
    note: 'Trả kết quả trong ngày. Không thu lệ phí khi đăng ký đúng hạn.',
  },
  { label: 'Cấp Giấy xác nhận tình trạng hôn nhân', href: '/thu-tuc/1.004873', note: '3 ngày làm việc.' },
  { label: 'Đăng ký khai tử', href: '/thu-tuc/1.000656', note: 'Trả kết quả trong ngày.' },
  {
    label: 'Chứng thực bản sao từ bản chính giấy tờ, văn bản',
    href: '/thu-tuc/2.000815',
    note: 'Trả kết quả trong ngày.',
  },
]

/** A first screen of the portal, to see whether its three questions fit a small telephone. */
export function HomeSample({ language }: { language: Language }) {
  return (
    <Page
      title="Trang chủ"
      lang={language}
      area="public"
      province={province}
      path="/kieu-dang/trang-chu"
      search={false}
      banner={<TrainingBanner language={language} />}
    >
      <Heading large>Dịch vụ công {province.name}</Heading>
      <Doors>
        <Door question="Tôi muốn làm gì?">
          <SearchBox
            language={language}
            action={addresses.procedures}
            label="Tìm thủ tục"
            quiet
            hint="Ví dụ: khai sinh, dang ky kinh doanh"
            id="procedures"
          />
        </Door>
        <Door question="Hồ sơ của tôi đến đâu?">
          <SearchBox
            language={language}
            action={addresses.lookup}
            label="Tra cứu hồ sơ"
            quiet
            hint="Gõ mã hồ sơ ghi trên giấy tiếp nhận"
            submit="Tra cứu"
            name="ma"
            id="lookup"
            kind="second"
          />
        </Door>
        <Door question="Tôi cần đi đâu?">
          <p>
            <a href={addresses.counters}>{agency}</a>
          </p>
          <p class="small muted">Thứ Hai–thứ Sáu, 7:30–11:30, 13:00–17:00</p>
          <p>
            Đường dây nóng: <Telephone number={province.hotline} />
          </p>
        </Door>
      </Doors>
      <Columns
        aside={
          <Section title="Thông báo">
            <LinkList
              links={[
                {
                  label: 'Nghỉ lễ Giỗ Tổ Hùng Vương: nơi tiếp nhận đóng cửa, cổng vẫn nhận hồ sơ',
                  href: '/thong-bao/1',
                  note: 'thứ Hai 20/4/2026',
                },
                {
                  label: 'Thêm 14 thủ tục được nộp trực tuyến toàn trình',
                  href: '/thong-bao/2',
                  note: 'thứ Hai 2/3/2026',
                },
              ]}
            />
          </Section>
        }
      >
        <Section title="Việc thường làm">
          <LinkList links={usual} />
        </Section>
      </Columns>
    </Page>
  )
}
