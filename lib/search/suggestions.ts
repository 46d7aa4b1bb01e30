/** What one can seek: a topic, a comparison, a question as it is asked, a path. */
export const searchSuggestions = [
  '컨테이너 격리',
  'DinD와 DooD 차이',
  '도커 데몬이 뭐예요',
  '/var/run/docker.sock',
] as const;
