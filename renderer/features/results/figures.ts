export {
  coefficientText,
  countOrDash,
  countText,
  noFigure,
  percentInSentence,
  percentText,
  pText,
} from '../../../shared/report/figures.ts';
