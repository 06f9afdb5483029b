package dev.cordon.bench.traffic;

/** People who visit the shop with a browser: they look around, search, buy, log in, mistype. */
final class Customers {

    static final double LINES_A_VISIT = 33;

    private final Traffic traffic;
    private final Shop shop;

    Customers(Traffic traffic) {
        this.traffic = traffic;
        this.shop = traffic.shop;
    }

    void visit(double at) {
        new Visit(traffic.address(), shop.agent(), at, traffic.random.nextInt(4) == 0).go();
    }

    /** A visit from that address, by somebody whose browser may have kept the shop's styles. */
    final class Visit {

        private final String address;
        private final String agent;
        private final boolean returning;
        private double at;
        private String page = "-";

        Visit(String address, String agent, double at, boolean returning) {
            this.address = address;
            this.agent = agent;
            this.at = at;
            this.returning = returning;
        }

        void go() {
            page = traffic.random.nextInt(3) == 0 ? "https://www.google.com/" : "-";
            view(traffic.random.nextInt(4) == 0 ? shop.product() : "/");
            int pages = 1 + traffic.random.nextInt(7);
            for (int i = 0; i < pages; i++) {
                at += traffic.between(3, 40);
                view(
                        switch (traffic.random.nextInt(10)) {
                            case 0, 1, 2 -> shop.category();
                            case 3 -> shop.search();
                            case 4 -> shop.filtered();
                            default -> shop.product();
                        });
            }
            if (traffic.random.nextInt(9) == 0) {
                login(traffic.random.nextInt(5) == 0 ? 1 + traffic.random.nextInt(2) : 0);
            }
            if (traffic.random.nextInt(12) == 0) {
                buy(traffic.random.nextInt(15) == 0 ? 1 + traffic.random.nextInt(2) : 0);
            }
        }

        void view(String target) {
            get(target, 40_000 + traffic.random.nextInt(90_000), 200);
            var from = Shop.HOST + target;
            int parts = returning ? traffic.random.nextInt(2) : 3 + traffic.random.nextInt(4);
            for (int i = 0; i < parts; i++) {
                traffic.add(
                        at + 0.3,
                        address,
                        "GET",
                        i < 2 ? shop.asset(i + (int) at) : shop.picture(),
                        returning ? 304 : 200,
                        9_000 + 1_000L * i,
                        from,
                        agent);
            }
        }

        void login(int wrong) {
            get("/my-account/", 61_000, 200);
            for (int i = 0; i < wrong; i++) {
                at += traffic.between(6, 25);
                post("/my-account/", 200, 62_000);
            }
            at += traffic.between(6, 20);
            post("/my-account/", 302, 5);
            get("/my-account/orders/", 58_000, 200);
        }

        void buy(int declined) {
            boolean classic = traffic.random.nextInt(3) == 0;
            post("/wp-json/wc/store/v1/cart/add-item", 201, 3_200);
            at += 4;
            get("/cart/", 50_000, 200);
            at += 9;
            get("/checkout/", 70_000, 200);
            for (int i = 0; i <= declined; i++) {
                at += traffic.between(20, 60);
                if (classic) {
                    post("/?wc-ajax=checkout", 200, 180);
                } else {
                    post("/wp-json/wc/store/v1/checkout", i < declined ? 400 : 200, 2_100);
                }
            }
            get(
                    "/checkout/order-received/"
                            + traffic.random.nextInt(90_000)
                            + "/?key=wc_order_x",
                    60_000,
                    200);
        }

        private void get(String target, long size, int status) {
            traffic.add(at, address, "GET", target, status, size, page, agent);
            page = Shop.HOST + target;
        }

        private void post(String target, int status, long size) {
            traffic.add(at, address, "POST", target, status, size, page, agent);
        }

        void later(double seconds) {
            at += seconds;
        }
    }

    Visit visitor(String address, double at) {
        return new Visit(address, shop.agent(), at, false);
    }
}
