/** A complete docs/sections.yaml of two areas, for the examples of rules. */
export const exampleSections = `- id: docker
  label: Docker
  area: 컨테이너

- id: new-questions
  label: 새로 들어온 질문
  area: 컨테이너
  inbox: true

- id: transport
  label: 전송 계층
  area: 네트워크
`;
