import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n';
import { Loaded, Loading } from '../../ui/Loaded';
import { SideSheet } from '../../ui/SideSheet';
import { NewTargetForm } from './NewTargetForm';
import { planOfTargetQuery, targetQuery } from './targets.api';
import { newTargetRoute } from './targets.route';

/** Puts a target into a plan, or sub-assigns a part of one. */
export function NewTargetSheet() {
  const { t } = useWords();
  const { planId } = newTargetRoute.useParams();
  const { parent } = newTargetRoute.useSearch();
  const navigate = newTargetRoute.useNavigate();
  const plan = useQuery(planOfTargetQuery(planId));
  const whole = useQuery({ ...targetQuery(parent ?? ''), enabled: parent !== undefined });
  return (
    <SideSheet
      title={t(parent ? 'targets.subAssign' : 'targets.add')}
      onClose={() => void navigate({ to: '/plans/$planId', params: { planId } })}
    >
      <Loaded query={plan}>
        {({ period, status }) =>
          parent && !whole.data ? (
            whole.error ? (
              <Loaded query={whole}>{() => null}</Loaded>
            ) : (
              <Loading />
            )
          ) : (
            <NewTargetForm
              planId={planId}
              period={period}
              adopted={status !== 'draft'}
              whole={whole.data?.value}
              onSaved={(id) =>
                void navigate({
                  to: '/plans/$planId/targets/$targetId',
                  params: { planId, targetId: parent ?? id },
                })
              }
            />
          )
        }
      </Loaded>
    </SideSheet>
  );
}
