"""Runs statements on a Spark cluster of two workers: a JSON object a line comes in, and one goes out."""

import json
import os
import sys

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.sql.shuffle.partitions", "2")
    # Many small statements: what would be compiled for each takes longer than to run it.
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.sql.parquet.inferTimestampNTZ.enabled", "true")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")
answers = os.fdopen(3, "w")
print(json.dumps({"ready": spark.version}), file=answers, flush=True)
for line in sys.stdin:
    try:
        rows = [row.asDict() for row in spark.sql(json.loads(line)["sql"]).collect()]
        print(json.dumps({"rows": rows}, default=str), file=answers, flush=True)
    except Exception as error:
        print(json.dumps({"error": str(error)[:3000]}), file=answers, flush=True)
spark.stop()
