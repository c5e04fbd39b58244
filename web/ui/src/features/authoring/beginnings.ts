import { useQuery } from '@tanstack/react-query';
import { offeredQuery, releasesQuery, upcoming, useVersions, type Version } from '../../frame/offered';
import { today } from '../../ui/day';

/** What a draft may begin as: the sets on offer, and releases that hold on a day to come. Undefined until all are known. */
export function useBeginnings(): { versions: readonly Version[] | undefined; error: unknown } {
  const offered = useQuery(offeredQuery);
  const releases = useQuery(releasesQuery);
  const ahead = useVersions(upcoming(releases.data ?? [], today()));
  const versions = offered.data &&
    releases.data &&
    ahead && [
      ...offered.data,
      // Released once more, a version is there already.
      ...ahead.filter(
        ({ sha256 }, at) =>
          ahead.findIndex((one) => one.sha256 === sha256) === at &&
          offered.data.every((one) => one.sha256 !== sha256),
      ),
    ];
  return { versions, error: offered.error ?? releases.error };
}
