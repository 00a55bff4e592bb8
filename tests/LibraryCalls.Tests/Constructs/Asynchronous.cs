using System;
using System.Threading;
using System.Threading.Tasks;

namespace LibraryCalls.Constructs;

/// <summary>Asynchronous methods, tasks, timers, threads and the pool.</summary>
internal static class Asynchronous
{
    private static readonly Task<int> Done = Task.FromResult(3);
    private static readonly Timer Existing = new(static _ => { }, null, Timeout.Infinite, Timeout.Infinite);
    private static readonly CancellationTokenSource Source = new();

    [Free] public static void Async_completed_task() => State.Object = AddNothing();

    [Allocates] public static void Async_completed_taskT() => State.Object = AddTask();

    [Free] public static void Async_valuetask() => Sink.Take(AddValueTask());

    [Allocates, Blocks] public static void Async_suspend() => State.Object = Suspend();

    [Free] public static void Async_void() => AddVoid();

    [Allocates] public static void Task_fromresult() => State.Object = Task.FromResult(State.Number);

    [Free] public static void Task_completed() => State.Object = Task.CompletedTask;

    [Allocates] public static void Task_run() => State.Object = Task.Run(static () => { });

    [Free, Blocks] public static void Task_wait_done() => Done.Wait();

    [Free, Blocks] public static void Task_result_done() => Sink.Take(Done.Result);

    [Allocates] public static void Tpool_queue() => ThreadPool.QueueUserWorkItem(static _ => { });

    [Allocates] public static void Tpool_unsafequeue_T() => ThreadPool.UnsafeQueueUserWorkItem(static (int _) => { }, State.Number, preferLocal: false);

    [Allocates, Blocks] public static void New_timer()
    {
        using var timer = new Timer(static _ => { }, null, Timeout.Infinite, Timeout.Infinite);
    }

    [Free, Blocks] public static void Timer_change() => Existing.Change(Timeout.Infinite, Timeout.Infinite);

    [Allocates, Blocks] public static void Tcs_set()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
    }

    [Allocates, Blocks] public static void Tcs_reuse()
    {
        var source = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        source.TrySetResult(State.Number);
        State.Object = source.Task;
    }

    [Free] public static void Cts_check() => Sink.Take(Source.Token.IsCancellationRequested);

    [Allocates, Blocks] public static void Cts_cancel()
    {
        var source = new CancellationTokenSource();
        source.Cancel();
        State.Object = source;
    }

    [Allocates] public static void Thread_new() => State.Object = new Thread(static () => { });

    private static async Task AddNothing()
    {
        await Task.CompletedTask;
        State.Zero = 0;
    }

    private static async Task<int> AddTask()
    {
        await Task.CompletedTask;
        return State.Number;
    }

    private static async ValueTask<int> AddValueTask()
    {
        await Task.CompletedTask;
        return State.Number;
    }

    private static async Task Suspend() => await Task.Yield();

    private static async void AddVoid()
    {
        await Task.CompletedTask;
        State.Zero = 0;
    }
}
