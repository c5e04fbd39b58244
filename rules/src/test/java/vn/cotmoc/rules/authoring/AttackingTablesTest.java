package vn.cotmoc.rules.authoring;

import static vn.cotmoc.rules.authoring.Drafts.NATIONAL;
import static vn.cotmoc.rules.authoring.Drafts.WORKSHOP;

import java.util.Optional;
import vn.cotmoc.core.authoring.Converted;
import vn.cotmoc.core.authoring.TableFormat;
import vn.cotmoc.rules.attacks.ImportContract;
import vn.cotmoc.rules.decisiontables.RuleModel;
import vn.cotmoc.rules.decisiontables.RuleModelFault;
import vn.cotmoc.rules.decisiontables.RuleModelJson;

/** Tables from elsewhere, read as the screen reads them; a text table comes under the name of a spreadsheet, as it would to slip in. */
class AttackingTablesTest extends ImportContract {

    @Override
    protected Optional<RuleModel> read(String file, byte[] bytes) {
        TableFormat format = file.endsWith(".dmn") ? TableFormat.DMN : TableFormat.XLSX;
        Converted converted = WORKSHOP.read(bytes, format, NATIONAL);
        return Optional.ofNullable(converted.model()).flatMap(AttackingTablesTest::model);
    }

    private static Optional<RuleModel> model(String json) {
        try {
            return Optional.of(RuleModelJson.read(json));
        } catch (RuleModelFault refused) {
            return Optional.empty();
        }
    }
}
