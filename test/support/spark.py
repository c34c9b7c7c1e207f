"""Runs statements on a Spark cluster of two workers: a JSON object a line comes in, and one goes out."""

import json
import os
import signal
import sys
import threading
import time

from pyspark.sql import SparkSession

spark = (
    SparkSession.builder.master("local-cluster[2,1,1024]")
    .config("spark.ui.enabled", "false")
    .config("spark.ui.showConsoleProgress", "false")
    .config("spark.driver.bindAddress", "127.0.0.1")
    .config("spark.driver.host", "127.0.0.1")
    .config("spark.sql.shuffle.partitions", "2")
    # Each file is a task of its own.
    .config("spark.sql.files.maxPartitionBytes", "1048576")
    # Many small statements: what would be compiled for each takes longer than to run it.
    .config("spark.sql.codegen.wholeStage", "false")
    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
    .getOrCreate()
)
spark.sparkContext.setLogLevel("OFF")


def workers():
    """The processes of the workers: those of Java that the driver has started."""
    started = {}
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{pid}/stat") as stat, open(f"/proc/{pid}/cmdline") as command:
                parent = int(stat.read().rsplit(")", 1)[1].split()[1])
                started[int(pid)] = (parent, "CoarseGrainedExecutorBackend" in command.read())
        except OSError:
            continue

    def is_ours(pid):
        while pid in started:
            if pid == os.getpid():
                return True
            pid = started[pid][0]
        return False

    return [pid for pid, (_, is_worker) in started.items() if is_worker and is_ours(pid)]


def kill_in_the_middle(killed, ended):
    """Ends a worker, by force, once a part of a stage is done and a part is not."""
    tracker = spark.sparkContext.statusTracker()
    while not ended.is_set():
        for number in tracker.getActiveStageIds():
            stage = tracker.getStageInfo(number)
            if stage and 0 < stage.numCompletedTasks < stage.numTasks - 1 and stage.numActiveTasks > 0:
                victim = workers()[0]
                os.kill(victim, signal.SIGKILL)
                killed.update(pid=victim, done=stage.numCompletedTasks, of=stage.numTasks)
                return
        time.sleep(0.01)


def answer(asked):
    killed, ended = {}, threading.Event()
    if asked.get("kill"):
        threading.Thread(target=kill_in_the_middle, args=(killed, ended), daemon=True).start()
    try:
        rows = [row.asDict() for row in spark.sql(asked["sql"]).collect()]
        return {"rows": rows, "killed": killed, "workers": workers()}
    except Exception as error:
        return {"error": str(error)[:3000]}
    finally:
        ended.set()


answers = os.fdopen(3, "w")
print(json.dumps({"ready": spark.version}), file=answers, flush=True)
for line in sys.stdin:
    print(json.dumps(answer(json.loads(line)), default=str), file=answers, flush=True)
spark.stop()
