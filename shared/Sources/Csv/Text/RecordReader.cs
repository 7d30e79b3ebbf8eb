using System.Text;

namespace SalesReports.Sources.Csv.Text;

/// <summary>
/// Reads RFC 4180 records one at a time in constant memory. A wrong quote spoils its own record only, an endless cell is cut
/// and never held. (The CSV packages at hand stop at the first of either, or skip rows that begin with <c>#</c>.)
/// </summary>
public sealed class RecordReader(TextReader text, char delimiter)
{
    /// <summary>Characters kept of a cell; above every accepted length, so that a cut cell is refused where it is used.</summary>
    public const int LongestCell = 10_000;

    public const int MostColumns = 1_000;

    private readonly char[] _buffer = new char[32 * 1024];
    private readonly StringBuilder _cell = new();
    private readonly List<string> _cells = [];
    private State _state;
    private string? _fault;
    private int _at;
    private int _end;
    private int _count;
    private long _line = 1;
    private long _firstLine;
    private bool _afterReturn;
    private bool _ended;

    private enum State
    {
        CellStart,
        Plain,
        Quoted,
        QuoteSeen,
    }

    /// <summary>The next record, null at the end.</summary>
    public async ValueTask<CsvRecord?> ReadAsync(CancellationToken cancellationToken)
    {
        (_state, _fault, _count, _firstLine) = (State.CellStart, null, 0, _line);
        _cells.Clear();
        while (true)
        {
            if (Consume())
            {
                return Taken();
            }

            if (_ended)
            {
                return Last();
            }

            (_at, _end) = (0, await text.ReadAsync(_buffer, cancellationToken));
            _ended = _end == 0;
        }
    }

    private CsvRecord Taken() => new(_firstLine, [.. _cells], _count, _fault);

    private CsvRecord? Last()
    {
        if (_state == State.Quoted)
        {
            _fault = "A quoted cell begins here and is never closed, so everything up to the end of the file was read as part of it.";
        }
        else if (_state == State.CellStart && _count == 0)
        {
            return null;
        }

        EndCell();
        return Taken();
    }

    /// <summary>Goes through the buffer; true when a record is complete.</summary>
    private bool Consume()
    {
        while (_at < _end)
        {
            var rest = _buffer.AsSpan(_at, _end - _at);
            if (_afterReturn)
            {
                _afterReturn = false;
                if (rest[0] == '\n')
                {
                    _at++;
                    continue;
                }
            }

            if (_state == State.Quoted)
            {
                ReadQuoted(rest);
            }
            else if (_state == State.CellStart && rest[0] == '"')
            {
                (_state, _at) = (State.Quoted, _at + 1);
            }
            else if (_state == State.QuoteSeen && rest[0] == '"')
            {
                Append("\"");
                (_state, _at) = (State.Quoted, _at + 1);
            }
            else if (ReadPlain(rest))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadQuoted(ReadOnlySpan<char> rest)
    {
        var quote = rest.IndexOf('"');
        var inside = quote < 0 ? rest : rest[..quote];
        Append(inside);
        _line += inside.Count('\n');
        _at += quote < 0 ? rest.Length : quote + 1;
        _state = quote < 0 ? State.Quoted : State.QuoteSeen;
    }

    private bool ReadPlain(ReadOnlySpan<char> rest)
    {
        var stop = rest.IndexOfAny(delimiter, '\r', '\n');
        var plain = stop < 0 ? rest : rest[..stop];
        if (plain.Length > 0)
        {
            if (_state == State.QuoteSeen)
            {
                _fault ??= "Something stands between a closing quote and the next delimiter; a quote inside a quoted cell must be doubled.";
            }

            Append(plain);
            _state = State.Plain;
        }

        if (stop < 0)
        {
            _at += rest.Length;
            return false;
        }

        _at += stop + 1;
        EndCell();
        if (rest[stop] == delimiter)
        {
            return false;
        }

        _afterReturn = rest[stop] == '\r';
        _line++;
        return true;
    }

    private void Append(ReadOnlySpan<char> characters) =>
        _cell.Append(characters[..Math.Min(characters.Length, LongestCell - _cell.Length)]);

    private void EndCell()
    {
        if (_cells.Count < MostColumns)
        {
            _cells.Add(_cell.ToString());
        }

        _count++;
        _cell.Clear();
        _state = State.CellStart;
    }
}
