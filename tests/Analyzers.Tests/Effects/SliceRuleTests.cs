using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH2013: ranges and list patterns that copy.</summary>
public sealed class SliceRuleTests
{
    private const string Members = "private int[] _array = new int[4]; private string _text = \"\"; private Memory<int> _memory; private Buffer _buffer = new(); private int _n; private object? _o;";

    private const string Types = "internal sealed class Buffer { public int Length => 3; public int this[int at] => at; public int[] Slice(int start, int length) => new int[length]; }";

    [Theory]
    [InlineData("_o = {|TH2013:_array[1..3]|}; _o = {|TH2013:_text[1..3]|}; _o = {|TH2013:_text[1..]|}; Range range = 1..2; _o = {|TH2013:_array[range]|}; _o = {|TH2013:_text[range]|};")]
    [InlineData("if (_array is [1, {|TH2013:.. var rest|}]) { _o = rest; } if (_text is ['a', {|TH2013:.. var tail|}]) { _o = tail; } if (_array is [_, {|TH2013:.. [2, 3]|}]) { }")]
    [InlineData("_o = {|TH2002:_buffer[1..2]|}; if (_buffer is [1, {|TH2002:.. var rest|}]) { }")]
    public Task Copied(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));

    [Theory]
    [InlineData("ReadOnlySpan<int> span = _array; span = span[1..]; span = _array.AsSpan()[1..2]; span = _array.AsSpan(1..2); _memory = _memory[1..]; _n = _array[^1] + _text[^1];")]
    [InlineData("if (_array is [1, ..] or [.., 3] or [_, .. _]) { } if (_text is ['a', ..]) { } ReadOnlySpan<int> span = _array; if (span is [1, .. var rest]) { _n = rest.Length; } ReadOnlySpan<char> tail = _text.AsSpan()[1..];")]
    public Task Not_copied(string body) => AnalyzerTest.Verify(EffectSource.Handler(body, Members, Types));
}
