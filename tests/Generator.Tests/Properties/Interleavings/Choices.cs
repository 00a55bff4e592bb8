namespace TopHalf.Generator.Tests.Properties.Interleavings;

/// <summary>
/// All ways through a run that asks what happens next: the same run is made again and again, each time with the next answers, until there
/// are no others. The run must ask the same after the same answers.
/// </summary>
internal sealed class Choices
{
    private readonly List<(int Taken, int Count)> _path = [];
    private int _at;

    /// <summary>Runs so far.</summary>
    public int Runs { get; private set; }

    /// <summary>Goes to the next way; false after the last.</summary>
    public bool Next()
    {
        _at = 0;
        if (Runs++ == 0)
        {
            return true;
        }

        while (_path.Count > 0 && _path[^1].Taken + 1 == _path[^1].Count)
        {
            _path.RemoveAt(_path.Count - 1);
        }

        if (_path.Count == 0)
        {
            Runs--;
            return false;
        }

        _path[^1] = (_path[^1].Taken + 1, _path[^1].Count);
        return true;
    }

    /// <summary>One of so many, from 0.</summary>
    public int Choose(int count)
    {
        if (_at == _path.Count)
        {
            _path.Add((0, count));
        }

        (int taken, int expected) = _path[_at++];
        return expected == count ? taken : throw new InvalidOperationException($"Asked for one of {count}, and for one of {expected} before: the run is not the same.");
    }
}
