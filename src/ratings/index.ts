export { rate, rateBody, ratingOf } from './rate.ts'
