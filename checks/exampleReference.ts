/** A complete data/references.yaml of one entry, for the examples of rules. */
export const exampleReference = `- id: docker-run
  type: webpage
  title: "docker container run"
  author: Docker
  container-title: Docker Docs
  URL: https://docs.docker.com/reference/cli/docker/container/run/
  accessed: "2026-09"
  language: en
`;
