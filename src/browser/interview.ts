import {bring} from './bring';

/** Interviews the reader. */
export default bring(
  'interview',
  async () => (await import('./interview/index')).interviewIn,
  '모의 면접을 불러오지 못했습니다. 인터넷 연결을 확인해 주세요.',
);
