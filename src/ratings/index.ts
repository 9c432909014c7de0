export { rate, rateBody, ratedOf, ratingOf } from './rate.ts'
