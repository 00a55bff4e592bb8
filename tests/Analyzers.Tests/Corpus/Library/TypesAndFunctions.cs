using System.Globalization;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;

[InterruptDriver]
internal sealed partial class TypesAndFunctions
{
    private readonly byte[] _bytes = new byte[64];
    private readonly Random _random = new(3);
    private readonly Regex _regex = new("a+");
    private readonly Lazy<int> _lazy = new(static () => 3);
    private readonly MethodInfo _method = typeof(TypesAndFunctions).GetMethods()[0];
    private readonly Delegate _delegate = static () => { };
    private readonly Exception _failure = new InvalidOperationException();
    private readonly IProgress<int>? _progress;
    private Mode _mode;
    private object? _object;
    private string? _text;
    private Guid _guid;
    private int? _maybe;
    private int _n;

    [MsiVector(0)]
    private void EnumAsks(in Interrupt irq)
    {
        _n += _mode == Mode.Fast || (_mode & Mode.Slow) != 0 ? _mode.GetHashCode() : (int)_mode;
        _n += Enum.IsDefined(_mode) ? 1 : 0; //? TH5005
    }

    [MsiVector(1)]
    private void EnumText(in Interrupt irq)
    {
        _text = _mode.ToString(); //! TH2006|TH2003
    }

    [MsiVector(2)]
    private void EnumName(in Interrupt irq)
    {
        _text = Enum.GetName(_mode); //? TH5005
    }

    [MsiVector(3)]
    private void EnumValues(in Interrupt irq)
    {
        _n += Enum.GetValues<Mode>().Length; //! TH2002
    }

    [MsiVector(4)]
    private void EnumParses(in Interrupt irq)
    {
        _mode = Enum.Parse<Mode>("Fast"); //! TH4002
    }

    [MsiVector(5)]
    private void EnumTries(in Interrupt irq)
    {
        _n += Enum.TryParse("Fast", out Mode mode) ? (int)mode : 0; //? TH5005
    }

    [MsiVector(6)]
    private void EnumBoxes(in Interrupt irq)
    {
        _n += _mode.Equals(Mode.Fast) ? 1 : 0; //! TH2003
    }

    [MsiVector(7)]
    private void Randoms(in Interrupt irq)
    {
        _n += _random.Next() + _random.Next(3, 5) + (int)_random.NextDouble();
        _random.NextBytes(_bytes);
    }

    [MsiVector(8)]
    private void RandomShared(in Interrupt irq)
    {
        _n += Random.Shared.Next(4); //i TH5005
    }

    [MsiVector(9)]
    private void RandomNew(in Interrupt irq)
    {
        _n += new Random().Next(); //! TH2001
    }

    [MsiVector(10)]
    private void RandomStrong(in Interrupt irq)
    {
        RandomNumberGenerator.Fill(_bytes); //! TH3010|TH3009
    }

    [MsiVector(11)]
    private void RandomStrongNumber(in Interrupt irq)
    {
        _n += RandomNumberGenerator.GetInt32(5); //! TH3010|TH3009
    }

    [MsiVector(12)]
    private void GuidNew(in Interrupt irq)
    {
        _guid = Guid.NewGuid(); //! TH3010|TH3009
    }

    [MsiVector(13)]
    private void GuidOfBytes(in Interrupt irq)
    {
        _guid = new Guid(_bytes.AsSpan(0, 16));
        _n += _guid == Guid.Empty ? 1 : _guid.CompareTo(Guid.Empty);
    }

    [MsiVector(14)]
    private void GuidSeven(in Interrupt irq)
    {
        _guid = Guid.CreateVersion7(); //! TH3010|TH3009
    }

    [MsiVector(15)]
    private void Hashes(in Interrupt irq)
    {
        _n += SHA256.HashData(_bytes, _bytes); //! TH3009|TH2001|TH3010|TH3006
    }

    [MsiVector(16)]
    private void HashCodes(in Interrupt irq)
    {
        _n += HashCode.Combine(1, 2, 3) + RuntimeHelpers.GetHashCode(this);
        HashCode hash = default;
        hash.Add(4);
        hash.AddBytes(_bytes);
        _n += hash.ToHashCode();
    }

    [MsiVector(17)]
    private void FixedTime(in Interrupt irq)
    {
        _n += CryptographicOperations.FixedTimeEquals(_bytes, _bytes) ? 1 : 0;
        CryptographicOperations.ZeroMemory(_bytes);
    }

    [MsiVector(18)]
    private void RegexAsks(in Interrupt irq)
    {
        _n += _regex.IsMatch("aaa") ? 1 : 0; //! TH4004 //i TH5005
    }

    [MsiVector(19)]
    private void RegexMatches(in Interrupt irq)
    {
        _n += _regex.Match("aaa").Length; //! TH2001
    }

    [MsiVector(20)]
    private void RegexStatic(in Interrupt irq)
    {
        _n += Regex.IsMatch("aaa", "a+") ? 1 : 0; //! TH4004 //i TH5005
    }

    [MsiVector(21)]
    private void JsonWrites(in Interrupt irq)
    {
        _text = JsonSerializer.Serialize(_n); //! TH2006|TH2001
    }

    [MsiVector(22)]
    private void TypeAsks(in Interrupt irq)
    {
        _n += typeof(int) == _object?.GetType() || _object is string ? 1 : 0;
        _n += typeof(Mode).IsEnum || typeof(int).IsValueType ? 1 : 0;
        _n += RuntimeHelpers.IsReferenceOrContainsReferences<int>() ? 1 : 0;
    }

    [MsiVector(23)]
    private void TypeName(in Interrupt irq)
    {
        _text = typeof(Mode).Name; //? TH5005 TH2006
    }

    [MsiVector(24)]
    private void TypeMember(in Interrupt irq)
    {
        _object = typeof(Mode).GetField("Fast"); //i TH5005
    }

    [MsiVector(25)]
    private void TypeMakes(in Interrupt irq)
    {
        _object = Activator.CreateInstance(typeof(List<int>)); //! TH2001
    }

    [MsiVector(26)]
    private void TypeLoads(in Interrupt irq)
    {
        _object = Type.GetType("Card.Other"); //! TH2001|TH2006|TH3006|TH3001
    }

    [MsiVector(27)]
    private void Invokes(in Interrupt irq)
    {
        _object = _method.Invoke(null, null); //! TH2001|TH6005|TH6001|TH2014|TH2002 //? TH4002 TH6001
    }

    [MsiVector(28)]
    private void InvokesLate(in Interrupt irq)
    {
        _delegate.DynamicInvoke(); //! TH2001|TH6001|TH2014|TH2002 //? TH2007 TH6001
    }

    [MsiVector(29)]
    private void CombinesLate(in Interrupt irq)
    {
        _object = Delegate.Combine(_delegate, _delegate); //! TH2005
    }

    [MsiVector(30)]
    private void Attributes(in Interrupt irq)
    {
        _object = Attribute.GetCustomAttribute(_method, typeof(ObsoleteAttribute)); //! TH2001|TH2002
    }

    [MsiVector(31)]
    private void Lazies(in Interrupt irq)
    {
        _n += _lazy.IsValueCreated ? 1 : _lazy.Value; //i TH5002
    }

    [MsiVector(32)]
    private void Maybe(in Interrupt irq)
    {
        _n += _maybe.GetValueOrDefault() + (_maybe ?? 3) + (_maybe.HasValue ? _maybe.Value : 0);
    }

    [MsiVector(33)]
    private void MaybeText(in Interrupt irq)
    {
        _text = _maybe.ToString(); //! TH2006
    }

    [MsiVector(34)]
    private void Checks(in Interrupt irq)
    {
        ArgumentNullException.ThrowIfNull(_object);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(_n, 4);
        ArgumentOutOfRangeException.ThrowIfNegative(_n);
        ObjectDisposedException.ThrowIf(false, this);
    }

    [MsiVector(35)]
    private void Rethrows(in Interrupt irq)
    {
        ExceptionDispatchInfo.Throw(_failure); //! TH4001|TH4002
    }

    [MsiVector(36)]
    private void Captures(in Interrupt irq)
    {
        _object = ExceptionDispatchInfo.Capture(_failure); //! TH2001
    }

    [MsiVector(37)]
    private void FailureText(in Interrupt irq)
    {
        _text = _failure.ToString(); //! TH2006
    }

    [MsiVector(38)]
    private void FailureAsks(in Interrupt irq)
    {
        _n += _failure.HResult + (_failure.InnerException is null ? 1 : 0);
        _text = _failure.Message; //! TH2006
    }

    [MsiVector(39)]
    private void Reports(in Interrupt irq)
    {
        _progress?.Report(3); //! TH6003
    }

    [MsiVector(40)]
    private void StackSpace(in Interrupt irq)
    {
        _n += RuntimeHelpers.TryEnsureSufficientExecutionStack() ? 1 : 0;
    }

    [MsiVector(41)]
    private void Ranges(in Interrupt irq)
    {
        Range range = 1..^2;
        _n += range.GetOffsetAndLength(9).Length + Index.FromEnd(2).GetOffset(9) + _bytes.AsSpan(range).Length;
    }

    [MsiVector(42)]
    private void Compares(in Interrupt irq)
    {
        _n += Comparer<int>.Default.Compare(1, 2) + (EqualityComparer<string>.Default.Equals("a", _text) ? 1 : 0) + (int.MaxValue.CompareTo(4)); //i TH5005
        _n += ReferenceEquals(_object, this) || Equals(_object, _text) ? 1 : 0; //? TH6002
    }

    [MsiVector(43)]
    private void LinqSums(in Interrupt irq)
    {
        _n += _bytes.Sum(static b => b); //? TH5003 TH2011 TH2003
    }

    [MsiVector(44)]
    private void LinqFirst(in Interrupt irq)
    {
        _n += _bytes.First(static b => b > 3); //! TH4002|TH2011|TH2003 //? TH5003
    }

    [MsiVector(45)]
    private void LinqWhere(in Interrupt irq)
    {
        _n += _bytes.Where(static b => b > 3).Count(); //! TH2009|TH2001|TH2011 //? TH5003 TH2011
    }

    [MsiVector(46)]
    private void LinqMax(in Interrupt irq)
    {
        _n += _bytes.Max(); //? TH4002
    }
}

[Flags]
internal enum Mode
{
    None,
    Fast,
    Slow,
}
