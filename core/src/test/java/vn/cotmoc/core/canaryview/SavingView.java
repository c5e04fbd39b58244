package vn.cotmoc.core.canaryview;

record SavingView(Rows rows) {

    interface Rows {
        void save(String row);
    }

    void keep(String row) {
        rows.save(row);
    }
}
