using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What callers hand to constructors and methods of this compilation's own classes is known in them.</summary>
public sealed class HandedInTests
{
    [Theory]
    [InlineData("internal sealed class Ring(Action full) { public void Push() => full(); }")]
    [InlineData("internal sealed class Ring { private readonly Action _full; public Ring(Action full) => _full = full; public void Push() => _full(); }")]
    [InlineData("internal sealed class Ring { private readonly Action _full; public Ring(Action full, int n = 1) => (_full, N) = (full, n); public int N { get; } public void Push() => _full(); }")]
    [InlineData("internal sealed record Ring(Action Full) { public void Push() => Full(); }")]
    [InlineData("internal abstract class Base(Action full) { public void Push() => full(); } internal sealed class Ring(Action full) : Base(full);")]
    [InlineData("internal sealed class Ring { private Action? _full; public Ring(Action full) => Attach(full); private void Attach(Action full) => _full = full; public void Push() => _full?.Invoke(); }")]
    public Task A_delegate_through_a_constructor(string ring) => AnalyzerTest.Verify(
        EffectSource.Handler("_ring.{|TH2001:Push|}(); _other.Push();",
            "private readonly Ring _ring; private readonly Other _other = new(static () => { }); public MyDriver() => _ring = new Ring(Full); private static void Full() => _ = new object();",
            ring + "internal sealed class Other(Action full) { public void Push() => full(); }"),
        "'OnRx' allocates: OnRx → " + (ring.Contains("class Base") ? "Base" : "Ring") + ".Push → Full (new object)");

    /// <summary>What a ring of texts is made with, a ring of numbers does not call.</summary>
    [Theory]
    [InlineData("internal sealed class Ring<T>(Action<T> full) { public void Push(T item) => full(item); }")]
    [InlineData("internal sealed class Ring<T> { private readonly Action<T> _full; public Ring(Action<T> full) => _full = full; public void Push(T item) => Call(item); private void Call(T item) => _full(item); }")]
    public Task A_delegate_through_a_generic_constructor(string ring) => AnalyzerTest.Verify(EffectSource.Handler(
        "_numbers.Push(1); _texts.{|TH2001:Push|}(\"\");",
        "private readonly Ring<int> _numbers; private readonly Ring<string> _texts; public MyDriver() { _numbers = new(Note); _texts = new(Make); } private static void Note(int n) { } private static void Make(string s) => _ = new object();",
        ring));

    [Fact]
    public Task A_delegate_through_a_method_and_an_initializer() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:{|TH2002:Push|}|}();",
        "private readonly Ring _ring = new() { Empty = static () => { _ = new int[1]; } }; public MyDriver() => _ring.Attach(static () => { _ = new object(); });",
        "internal sealed class Ring { private Action? _full; public Action? Empty { get; init; } internal void Attach(Action full) => _full = full; public void Push() { _full?.Invoke(); Empty?.Invoke(); } }"));

    [Fact]
    public Task An_event_with_accessors() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:Push|}();",
        "private readonly Ring _ring = new(); public MyDriver() => _ring.Full += static () => { _ = new object(); };",
        "internal sealed class Ring { private Action? _full; public event Action Full { add => _full += value; remove => _full -= value; } public void Push() => _full?.Invoke(); }"));

    [Fact]
    public Task What_is_handed_on_to_another_object_of_the_class() => AnalyzerTest.Verify(EffectSource.Handler(
        "_ring.{|TH2001:Push|}();",
        "private readonly Ring _ring = new Ring(static () => { _ = new object(); }).Copy();",
        "internal sealed class Ring(Action full) { private readonly Action _full = full; public Ring Copy() => new(_full); public void Push() => _full(); }"));

    [Fact]
    public Task An_object_of_an_open_interface() => AnalyzerTest.Verify(
        EffectSource.Handler("_ring.{|TH3001:Push|}();",
            "private readonly Ring _ring = new(new Slow());",
            "public interface ISink { void Accept(); } internal sealed class Slow : ISink { public void Accept() { lock (this) { } } } internal sealed class Ring(ISink sink) { private readonly ISink _sink = sink; public void Push() => _sink.Accept(); }"));

    [Theory]
    [InlineData("public sealed class Ring(Action full) { public void Push() => full(); }", "")]
    [InlineData("internal sealed class Ring(Action full) { public void Push() => full(); }", "public static object Make(Action any) => new Ring(any);")]
    [InlineData("internal sealed class Ring(Action full) { private Action _full = full; public void Attach(Action full) => _full = full; public void Push() => _full(); }", "public Action<Action> Attach => _ring.Attach;")]
    public Task What_others_can_hand_in_is_not_known(string ring, string member) => AnalyzerTest.Verify(
        EffectSource.Handler("_ring.{|TH6001:Push|}();", "private readonly Ring _ring = new(static () => { });" + member, ring)
            .Replace("internal sealed partial class MyDriver", "public sealed partial class MyDriver"));
}
