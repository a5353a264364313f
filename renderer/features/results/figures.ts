export {
  coefficientText,
  countText,
  noFigure,
  percentInSentence,
  percentText,
  pText,
} from '../../../shared/report/figures.ts';
