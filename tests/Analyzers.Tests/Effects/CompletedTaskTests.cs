using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What is known to be completed is not waited for: guards in every shape.</summary>
public sealed class CompletedTaskTests
{
    private const string Members = """
        private Task<int> _task = Task.FromResult(1);
        private readonly Task[] _all = new Task[4];
        private ValueTask<int> _value;
        private readonly Job _job = new();
        private int _sum;
        private bool IsReady => _task.IsCompleted;
        private bool IsBusy() => !_task.IsCompleted;
        private void Use(int n) => _sum += n;
        private void Restart() => _task = _job.Next;
        """;

    private const string Types = "internal sealed class Job { public Task<int> Next = null!; public Task<int> Task { get; set; } = null!; }";

    [Theory]
    [InlineData("if (_task.IsCompleted) { Use(_task.Result); }")]
    [InlineData("if (!_task.IsCompleted) { return; } Use(_task.Result);")]
    [InlineData("if (!_task.IsCompleted) return; else Use(1); _task.Wait();")]
    [InlineData("if (_task.IsCompleted) { Use(1); } else { return; } _task.Wait();")]
    [InlineData("if (_task.IsCompleted == false) { return; } _task.Wait();")]
    [InlineData("if (_task.IsCompleted && _sum > 3) { Use(_task.Result); }")]
    [InlineData("if (_task.IsCompleted && _task.Result > 3) { Use(1); }")]
    [InlineData("if (_task.IsCompleted & _sum > 3) { Use(_task.Result); }")]
    [InlineData("if (!_task.IsCompleted || _task.Result == 3) { return; }")]
    [InlineData("if (!_task.IsCompleted || _sum == 3) { return; } Use(_task.Result);")]
    [InlineData("Use(_task.IsCompleted ? _task.Result : 0);")]
    [InlineData("Use(!_task.IsCompleted ? 0 : _task.Result);")]
    [InlineData("if (_task.IsCompletedSuccessfully) { Use(_task.Result); }")]
    [InlineData("if (_task.IsFaulted || _task.IsCanceled) { return; } if (_task is { IsCompleted: true }) { _task.Wait(); }")]
    [InlineData("if (_task is { IsCompletedSuccessfully: true } done) { Use(done.Result); }")]
    [InlineData("if (_task is not { IsCompleted: true }) { return; } Use(_task.Result);")]
    [InlineData("if (_task is { IsCompletedSuccessfully: true, Result: > 3 }) { Use(1); }")]
    [InlineData("if (_task.IsCompleted is true) { Use(_task.Result); }")]
    [InlineData("if (_task.IsCompleted is not true) { return; } Use(_task.Result);")]
    [InlineData("if (_task is { Status: TaskStatus.RanToCompletion }) { Use(_task.Result); }")]
    [InlineData("if (_task.Status == TaskStatus.RanToCompletion) { Use(_task.Result); }")]
    [InlineData("if (_task.Status is TaskStatus.RanToCompletion or TaskStatus.Faulted) { _task.Wait(); }")]
    [InlineData("if (_task.Status >= TaskStatus.RanToCompletion) { _task.Wait(); }")]
    [InlineData("if (_task?.IsCompleted == true) { Use(_task.Result); }")]
    [InlineData("if (_task?.IsCompleted ?? false) { Use(_task.Result); }")]
    [InlineData("bool done = _task.IsCompleted; if (done) { Use(_task.Result); }")]
    [InlineData("bool done = _task.IsCompleted; if (!done) { return; } Use(_task.Result);")]
    [InlineData("bool done = _task.IsCompleted && _sum > 0; if (done) { Use(_task.Result); }")]
    [InlineData("bool busy = !_task.IsCompleted; if (busy) { return; } Use(_task.Result);")]
    [InlineData("Task<int> t = _task; if (t.IsCompleted) { Use(t.Result); }")]
    [InlineData("Task<int> t = _task; if (_task.IsCompleted) { Use(t.Result); }")]
    [InlineData("if (_task is { } t && t.IsCompleted) { Use(t.Result); }")]
    [InlineData("var awaiter = _task.GetAwaiter(); if (awaiter.IsCompleted) { Use(awaiter.GetResult()); }")]
    [InlineData("if (_task.IsCompleted) { Use(_task.GetAwaiter().GetResult()); }")]
    [InlineData("if (_task.IsCompleted) { Use(_task.ConfigureAwait(false).GetAwaiter().GetResult()); }")]
    [InlineData("if (_value.IsCompleted) { Use(_value.Result); }")]
    [InlineData("ValueTask<int> v = _value; if (!v.IsCompletedSuccessfully) { return; } Use(v.GetAwaiter().GetResult());")]
    [InlineData("switch (_task.IsCompleted) { case true: Use(_task.Result); break; }")]
    [InlineData("switch (_task) { case { IsCompleted: true }: Use(_task.Result); break; default: break; }")]
    [InlineData("switch (_task) { case { IsCompleted: true } t: Use(t.Result); break; }")]
    [InlineData("switch (_sum) { case 1 when _task.IsCompleted: Use(_task.Result); break; }")]
    [InlineData("Use(_task switch { { IsCompleted: true } => _task.Result, _ => 0 });")]
    [InlineData("Use(_task.IsCompleted switch { true => _task.Result, false => 0 });")]
    [InlineData("for (int i = 0; i < 4 && _all[i].IsCompleted; i++) { _all[i].Wait(); }")]
    [InlineData("foreach (Task t in _all) { if (!t.IsCompleted) { continue; } t.Wait(); }")]
    [InlineData("int tries = 0; while (!_task.IsCompleted) { if (tries++ > 3) { return; } } Use(_task.Result);")]
    [InlineData("if (_job.Task.IsCompleted) { Use(_job.Task.Result); }")]
    [InlineData("if (_task.IsCompleted) { _task.Wait(10); }")]
    [InlineData("if (_task.Wait(0)) { Use(_task.Result); }")]
    [InlineData("if (IsReady) { Use(_task.Result); }")]
    [InlineData("if (IsBusy()) { return; } Use(_task.Result);")]
    [InlineData("try { if (!_task.IsCompleted) { return; } Use(_task.Result); } catch (AggregateException) { Use(0); }")]
    [InlineData("if (!_task.IsCompleted) { return; } try { Use(_task.Result); } finally { Use(0); }")]
    [InlineData("if (!_task.IsCompleted) { return; } for (int i = 0; i < 3; i++) { Use(_task.Result); }")]
    [InlineData("_task = _job.Next; if (_task.IsCompleted) { Use(_task.Result); }")]
    [InlineData("Task t = Task.CompletedTask; t.Wait();")]
    [InlineData("ValueTask<int> v = new(3); Use(v.Result);")]
    [InlineData("ValueTask v = default; v.GetAwaiter().GetResult();")]
    public Task A_guard(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Theory]
    [InlineData("Use(_task.{|TH3004:Result|});")]
    [InlineData("_task.{|TH3004:Wait|}();")]
    [InlineData("_task.{|TH3004:Wait|}(10);")]
    [InlineData("Use(_task.GetAwaiter().{|TH3004:GetResult|}());")]
    [InlineData("Use(_task.ConfigureAwait(false).GetAwaiter().{|TH3004:GetResult|}());")]
    [InlineData("Use(_value.{|TH3004:Result|});")]
    [InlineData("if (!_task.IsCompleted) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("if (_task.IsCompleted) { Use(1); } Use(_task.{|TH3004:Result|});")]
    [InlineData("if (_task.IsCompleted || _sum > 3) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("if (!_task.IsCompleted && _sum > 3) { return; } Use(_task.{|TH3004:Result|});")]
    [InlineData("if (!_task.IsCompleted) { Use(1); } Use(_task.{|TH3004:Result|});")]
    [InlineData("if (_job.Next.IsCompleted) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("if (_task.IsCompleted) { _task = _job.Next; Use(_task.{|TH3004:Result|}); }")]
    [InlineData("if (_task.IsCompleted) { Restart(); Use(_task.{|TH3004:Result|}); }")]
    [InlineData("if (!_task.IsCompleted) { return; } if (_sum > 3) { _task = _job.Next; } Use(_task.{|TH3004:Result|});")]
    [InlineData("if (!_task.IsCompleted) { return; } (_task, _sum) = (_job.Next, 1); Use(_task.{|TH3004:Result|});")]
    [InlineData("if (!_task.IsCompleted) { return; } Interlocked.Exchange(ref _task, _job.Next); Use(_task.{|TH3004:Result|});")]
    [InlineData("if (!_task.IsCompleted) { return; } for (int i = 0; i < 3; i++) { Use(_task.{|TH3004:Result|}); _task = _job.Next; }")]
    [InlineData("bool done = _task.IsCompleted; _task = _job.Next; if (done) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("bool done = _task.IsCompleted; done = true; if (done) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("Task<int> t = _task; if (t.IsCompleted) { t = _job.Next; Use(t.{|TH3004:Result|}); }")]
    [InlineData("_job.Task = _task; if (_job.Task.IsCompleted) { _job.Task = _job.Next; Use(_job.Task.{|TH3004:Result|}); }")]
    [InlineData("for (int i = 0; i < 3 && _all[i].IsCompleted; i++) { _all[i + 1].{|TH3004:Wait|}(); }")]
    [InlineData("if (_task is { {|TH3004:Result|}: > 3, IsCompleted: true }) { Use(1); }")]
    [InlineData("if (_task is { IsCompleted: false }) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("switch (_task.IsCompleted) { case false: Use(_task.{|TH3004:Result|}); break; }")]
    [InlineData("try { if (!_task.IsCompleted) { return; } Use(1); } catch (Exception) { Use(_task.{|TH3004:Result|}); }")]
    [InlineData("int tries = 0; while (!_task.IsCompleted) { if (tries++ > 3) { break; } } Use(_task.{|TH3004:Result|});")]
    public Task None_or_another(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));
}
